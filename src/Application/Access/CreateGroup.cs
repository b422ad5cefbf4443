using Access.Domain;
using ErrorOr;
using FluentValidation;
using Shared.Application;

namespace Access.Application;

/// <summary>Makes a group.</summary>
/// <param name="Draft">What is said of it.</param>
public sealed record CreateGroup(GroupDraft Draft) : ICommand<CreatedGroup>;

/// <summary>The group as it was stored.</summary>
public sealed record CreatedGroup(string Id, string Name);

internal sealed class CreateGroupValidator : AbstractValidator<CreateGroup>
{
    public CreateGroupValidator() => RuleFor(command => command.Draft).MustPass(GroupDraft.Check);
}

internal sealed class CreateGroupHandler(IGroupRepository groups, ICaller caller, TimeProvider clock)
    : ICommandHandler<CreateGroup, CreatedGroup>
{
    public async Task<ErrorOr<CreatedGroup>> Handle(CreateGroup command, CancellationToken cancellationToken)
    {
        var facts = command.Draft.ToFacts();
        if (await groups.NameIsTakenAsync(facts.Name, except: null, cancellationToken))
            return GroupErrors.NameTaken.ToError();
        if (caller.FirstNotHeld(facts.Permissions) is { } refusal)
            return refusal;
        var group = Group.Create(GroupId.New(clock.GetUtcNow()), facts);
        groups.Add(group);
        return new CreatedGroup(group.Id.ToString(), group.Name.Value);
    }
}
