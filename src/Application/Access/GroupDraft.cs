using Access.Domain;
using Shared.Domain;

namespace Access.Application;

/// <summary>What somebody says of a group, as it was given.</summary>
/// <param name="Name">The name.</param>
/// <param name="Permissions">What its users may do: <c>countries:change</c>.</param>
public sealed record GroupDraft(string? Name, IReadOnlyList<string> Permissions)
{
    /// <summary>Everything that is wrong with the draft by itself.</summary>
    internal static List<Failure> Check(GroupDraft draft) => draft.Read().Failures;

    /// <summary>What the draft says, once it was checked.</summary>
    internal GroupFacts ToFacts() => Read().Facts;

    private (GroupFacts Facts, List<Failure> Failures) Read()
    {
        var checks = new Checks("group");
        var facts = new GroupFacts(
            checks.Value("name", GroupName.Create(Name)),
            PermissionList.Read(checks, Permissions)
        );
        return (facts, checks.Failures);
    }
}
