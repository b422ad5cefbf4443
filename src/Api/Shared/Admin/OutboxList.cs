using ErrorOr;
using Shared.Api.V1;
using Shared.Application;

namespace Shared.Api.Admin;

/// <summary>The events that are on their way between the modules, in the admin: seen, and set free again where they were parked.</summary>
internal static class OutboxList
{
    private static readonly Shape<OutboxItem> Event = new("event")
    {
        { "at", "When it happened.", item => Wording.OfMoment(item.At) },
        { "module", "The module that it comes from.", item => item.Module },
        { "type", "What happened.", item => item.Type },
        { "subject", "What it happened to.", item => item.Subject },
        { "state", "waiting, or parked after too many tries.", item => item.ParkedAt is null ? "waiting" : "parked" },
        { "attempts", "How often it was tried in vain.", item => item.Attempts },
        {
            "nextAttempt",
            "When it is tried again.",
            item => item.NextAttemptAt is { } at ? Wording.OfMoment(at) : null
        },
        { "lastError", "Why the last try failed.", item => item.LastError },
    };

    public static readonly AdminResource<Nothing, OutboxItem> Events = new("outbox", "event", "events", Event)
    {
        Permission = "outbox",
        Heading = "Outbox",
        Key = item => item.Id.ToString(),
        Title = item => item.Type,
        Columns = ["at", "module", "type", "subject", "state", "attempts", "nextAttempt", "lastError"],
        Words = OutboxPages.Words,
        List = (call, query) => call.ReadOutboxAsync(query),
        Actions = [new("release", "Try selected again", ReleaseAsync)],
    };

    private static Task<ErrorOr<string>> ReleaseAsync(AdminCall call, IReadOnlyList<string> keys) =>
        call.SendAsync(new ReleaseEvents([.. keys.Select(key => Guid.TryParse(key, out var id) ? id : Guid.Empty)]))
            .Then(count => $"{Wording.Count(count, "event is", "events are")} tried again.");
}
