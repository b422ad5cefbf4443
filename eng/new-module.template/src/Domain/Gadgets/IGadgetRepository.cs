namespace Gadgets.Domain;

/// <summary>The gadgets, as a handler that changes one sees them: inside its unit of work.</summary>
public interface IGadgetRepository
{
    /// <summary>Adds a gadget.</summary>
    void Add(Gadget gadget);
}
