using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Shared.Infrastructure.Integration;

/// <summary>A module's memory of the events that took effect in it.</summary>
internal interface IInbox
{
    /// <summary>Notes that a handler takes a message in, as part of the unit of work under way.</summary>
    /// <returns>Whether it is the first time.</returns>
    Task<bool> TryRecordAsync(Guid messageId, string handler, CancellationToken cancellationToken);
}

internal sealed class Inbox<TContext>(TContext context, TimeProvider clock) : IInbox
    where TContext : ModuleDbContext
{
    public async Task<bool> TryRecordAsync(Guid messageId, string handler, CancellationToken cancellationToken)
    {
        if (await context.Inbox.AnyAsync(m => m.MessageId == messageId && m.Handler == handler, cancellationToken))
            return false;
        context.Inbox.Add(new InboxMessage(messageId, handler, clock.GetUtcNow()));
        return true;
    }
}
