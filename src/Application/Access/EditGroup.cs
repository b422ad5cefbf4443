using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Says all that is now to be said of a group. Its users have the new permissions with their next request.</summary>
/// <param name="Id">The identity of the group.</param>
/// <param name="Version">The version that the draft was made from; nothing to write over any.</param>
/// <param name="Draft">What is said.</param>
public sealed record EditGroup(string? Id, long? Version, GroupDraft Draft) : ICommand<Success>;

internal sealed class EditGroupValidator : AbstractValidator<EditGroup>
{
    public EditGroupValidator() => RuleFor(command => command.Draft).MustPass(GroupDraft.Check);
}

internal sealed class EditGroupHandler(IGroupRepository groups, ICaller caller) : ICommandHandler<EditGroup, Success>
{
    public async Task<ErrorOr<Success>> Handle(EditGroup command, CancellationToken cancellationToken)
    {
        if (await groups.FindAsync(command.Id, cancellationToken) is not { } group)
            return GroupErrors.NotFound.ToError();
        if (command.Version is { } version && version != group.Version)
            return GroupErrors.Stale.ToError();
        var facts = command.Draft.ToFacts();
        if (await groups.NameIsTakenAsync(facts.Name, group.Id, cancellationToken))
            return GroupErrors.NameTaken.ToError();
        if (caller.FirstNotHeld(facts.Permissions.Except(group.Permissions)) is { } refusal)
            return refusal;
        group.Edit(facts);
        return Result.Success;
    }
}
