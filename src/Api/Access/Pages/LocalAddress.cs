namespace Access.Api.Pages;

/// <summary>Where a page leads on to: an address of this service, whatever somebody put into the link.</summary>
internal static class LocalAddress
{
    private const string Usual = "/admin/";

    // Its name does not matter: what is local to it is local to every host.
    private static readonly Uri Base = new("http://local.invalid");

    /// <summary>The address in the form that a header field carries, or the admin where it leads elsewhere.</summary>
    public static string Of(string? next) =>
        next is ['/', ..]
        && next is not ['/', '/' or '\\', ..]
        && !next.Any(char.IsControl)
        && Uri.TryCreate(Base, next, out var address)
        && address.Authority == Base.Authority
        && address.Scheme == Base.Scheme
        && address.PathAndQuery is not ['/', '/' or '\\', ..]
            ? address.PathAndQuery
            : Usual;
}
