using Microsoft.Extensions.Configuration;
using Shared.Application;

namespace Countries.Api.RestCountries;

/// <summary>How exactly the old service is followed: the configuration section <c>Compatibility:RestCountries</c>.</summary>
internal sealed record RestCountriesOptions
{
    private const string Section = "Compatibility:RestCountries";

    /// <summary>
    /// Whether <c>fields</c> is read as the old service read it: <c>/all</c> must name 1 to 10 of them, and a space
    /// belongs to the name that it stands beside.
    /// </summary>
    public bool Strict { get; init; }

    /// <summary>
    /// The address under which clients reach this service ("https://countries.example.org"), for the links to flags.
    /// Without it they carry the host that the request names.
    /// </summary>
    public string? BaseUrl { get; init; }

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidSettingException">The address is none of HTTP.</exception>
    public static RestCountriesOptions From(IConfiguration configuration)
    {
        var options = Settings.Read(Section, configuration.GetSection(Section).Get<RestCountriesOptions>);
        if (string.IsNullOrWhiteSpace(options.BaseUrl))
            return options with { BaseUrl = null };
        if (!Uri.TryCreate(options.BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            throw new InvalidSettingException(
                $"{Section}:BaseUrl is no address of HTTP: '{options.BaseUrl}'. Write one like https://countries.example.org."
            );
        return options with { BaseUrl = options.BaseUrl.TrimEnd('/') };
    }
}
