namespace Gadgets.Contracts;

/// <summary>Somebody added a gadget.</summary>
/// <param name="Id">Its identity in this service.</param>
/// <param name="Name">Its name.</param>
public sealed record GadgetWasAdded(Guid Id, string Name);
