using ErrorOr;
using FluentValidation;
using Gadgets.Domain;
using Shared.Application;

namespace Gadgets.Application;

/// <summary>Adds a gadget.</summary>
/// <param name="Name">Its name.</param>
public sealed record AddGadget(string? Name) : ICommand<GadgetItem>;

internal sealed class AddGadgetValidator : AbstractValidator<AddGadget>
{
    public AddGadgetValidator() => RuleFor(command => command.Name).MustBe(GadgetName.Create);
}

internal sealed class AddGadgetHandler(IGadgetRepository gadgets, TimeProvider clock)
    : ICommandHandler<AddGadget, GadgetItem>
{
    public Task<ErrorOr<GadgetItem>> Handle(AddGadget command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var gadget = Gadget.Add(GadgetId.New(now), GadgetName.Create(command.Name).Value, now);
        gadgets.Add(gadget);
        return Task.FromResult<ErrorOr<GadgetItem>>(new GadgetItem(gadget.Id.Value, gadget.Name.Value));
    }
}
