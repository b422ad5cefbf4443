namespace Shared.Application;

/// <summary>
/// Who has something done, and by which way: a history entry tells both. There is one for each scope, that is for each
/// request, each command of the command line and each event that is handled.
/// </summary>
public interface ICaller
{
    /// <summary>
    /// <c>key:NAME (ID)</c> for whoever showed an API key, <c>user:NAME (ID)</c> for who is signed in, <c>anonymous</c> for whoever showed nothing,
    /// <c>command line</c>, or <c>service</c> for what the service does by itself.
    /// </summary>
    string Name { get; }

    /// <summary>
    /// The contract that was spoken: that of the endpoint (<c>seed</c>, <c>v1</c>), <c>commands</c> for the command line,
    /// or <c>service</c>.
    /// </summary>
    string Contract { get; }

    /// <summary>
    /// Whether the caller may do everything: a superuser, or whoever sits at the command line of the host. Nobody may before the
    /// adapter has said who it is.
    /// </summary>
    bool MayDoEverything { get; }

    /// <summary>Whether the caller has a permission, for use cases that hand permissions on. Endpoints ask for them before.</summary>
    /// <param name="permission">A resource and an action: <c>countries:change</c>.</param>
    bool May(string permission);
}

/// <summary>The caller of a scope. The adapter that takes the request in says who it is, before the use case runs.</summary>
public sealed class Caller : ICaller
{
    /// <summary>The name of whoever showed nothing that says who they are.</summary>
    public const string Anonymous = "anonymous";

    private const string Service = "service";

    private Func<string, bool> may = _ => false;

    /// <inheritdoc />
    public string Name { get; private set; } = Service;

    /// <inheritdoc />
    public string Contract { get; private set; } = Service;

    /// <inheritdoc />
    public bool MayDoEverything { get; private set; }

    /// <inheritdoc />
    public bool May(string permission) => MayDoEverything || may(permission);

    /// <summary>Says that the caller may do everything, since it has the host: the command line.</summary>
    public void IsTrusted(string name, string contract) => Is(name, contract, mayDoEverything: true, _ => true);

    /// <summary>Says who the caller is, and what it may do.</summary>
    public void Is(string name, string contract, bool mayDoEverything, Func<string, bool> may)
    {
        (Name, Contract) = (name, contract);
        (MayDoEverything, this.may) = (mayDoEverything, may);
    }
}
