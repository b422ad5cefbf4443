using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Access.Application;
using Shared.Api.Commands;

namespace Access.Api;

/// <summary>The commands <c>keys create</c>, <c>keys list</c> and <c>keys revoke</c>.</summary>
internal sealed class KeyCommands(TimeProvider clock)
{
    public Command Make(CommandRunner runner) =>
        new("keys", "API keys: which programs may change something over HTTP.")
        {
            Create(runner),
            List(runner),
            Revoke(runner),
        };

    private Command Create(CommandRunner runner)
    {
        var name = new Option<string>("--name") { Description = "What the key is for.", Required = true };
        var scopes = new Option<string[]>("--scope")
        {
            Description = "What the key may do, such as countries:write. Give several with spaces between them.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
            HelpName = "scope",
        };
        var expires = new Option<DateTimeOffset?>("--expires")
        {
            Description =
                "When it ends: a day (its first moment, UTC) or a moment as 2027-01-01T12:00:00Z, or in how many days or hours as 90d or 12h. Without it the key does not expire.",
            HelpName = "when",
            CustomParser = ReadExpiry,
        };
        var create = new Command("create", "Makes a key. It is written to the last line, and never shown again.")
        {
            name,
            scopes,
            expires,
        };
        create.SetAction(
            (parsed, cancellationToken) =>
                runner.SendAsync(
                    parsed,
                    new CreateApiKey(
                        parsed.GetValue(name),
                        // A shell may have been told to keep several together.
                        [.. parsed.GetRequiredValue(scopes).SelectMany(text => text.Split(' '))],
                        parsed.GetValue(expires)
                    ),
                    key =>
                        [
                            $"Made the key {key.Name} ({key.Id}). Keep what stands in the next line; it is not shown again.",
                            key.Token,
                        ],
                    cancellationToken
                )
        );
        return create;
    }

    private static Command List(CommandRunner runner)
    {
        var list = new Command("list", "Lists the keys, without what is secret of them.");
        list.SetAction(
            (parsed, cancellationToken) => runner.SendAsync(parsed, new ListApiKeys(), Table, cancellationToken)
        );
        return list;
    }

    private static Command Revoke(CommandRunner runner)
    {
        var id = new Argument<string>("id") { Description = "The key's id, as the list shows it." };
        var revoke = new Command("revoke", "Makes a key worthless, for good.") { id };
        revoke.SetAction(
            (parsed, cancellationToken) =>
                runner.SendAsync(
                    parsed,
                    new RevokeApiKey(parsed.GetValue(id)),
                    key => [$"The key {key.Name} ({key.Id}) is revoked since {TextTable.Moment(key.RevokedAt)}."],
                    cancellationToken
                )
        );
        return revoke;
    }

    private static IEnumerable<string> Table(IReadOnlyList<ApiKeyListItem> keys) =>
        TextTable.Lines(
            ["ID", "STATE", "CREATED", "EXPIRES", "LAST USED", "SCOPES", "NAME"],
            keys.Select(key =>
                (string[])
                    [
                        key.Id,
                        key.State.ToString().ToLowerInvariant(),
                        TextTable.Moment(key.CreatedAt),
                        TextTable.Moment(key.ExpiresAt),
                        TextTable.Moment(key.LastUsedAt),
                        string.Join(',', key.Scopes),
                        key.Name,
                    ]
            )
        );

    private DateTimeOffset? ReadExpiry(ArgumentResult argument)
    {
        var text = argument.Tokens[0].Value;
        if (
            int.TryParse(
                text[..^Math.Min(1, text.Length)],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var count
            )
            && count <= 100_000
            && text[^1] is 'd' or 'h'
        )
            return clock.GetUtcNow() + (text[^1] == 'd' ? TimeSpan.FromDays(count) : TimeSpan.FromHours(count));
        if (
            DateTimeOffset.TryParseExact(
                text,
                ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var moment
            )
        )
            return moment;
        argument.AddError(
            $"--expires: '{text}' is no day such as 2027-01-01, no moment such as 2027-01-01T12:00:00Z, and no time such as 90d or 12h."
        );
        return null;
    }
}
