using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;

namespace Shared.Infrastructure.DataAccess;

/// <summary>An answer as it is stored.</summary>
/// <param name="Caller">Whose write it answers; other callers may use the same key.</param>
/// <param name="Key">The key that the caller chose.</param>
/// <param name="Fingerprint">What was asked.</param>
/// <param name="Content">The answer.</param>
/// <param name="GivenAt">When it was given.</param>
public sealed record StoredAnswer(
    string Caller,
    string Key,
    string Fingerprint,
    byte[] Content,
    DateTimeOffset GivenAt
);

internal sealed class KeptAnswers<TContext>(TContext context, ITurn<TContext> turn, ICaller caller, TimeProvider clock)
    : IKeptAnswers
    where TContext : ModuleDbContext
{
    public async Task<KeptAnswer?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var mine = context.Answers.Where(answer => answer.Caller == caller.Name && answer.Key == key);
        var found = await mine.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        if (found.GivenAt >= clock.GetUtcNow() - IKeptAnswers.Kept)
            return new KeptAnswer(found.Fingerprint, found.Content);
        // It still waits for its deletion, and a new answer takes its place.
        await turn.TakeAsync(cancellationToken);
        await mine.Where(answer => answer.GivenAt == found.GivenAt).ExecuteDeleteAsync(cancellationToken);
        return null;
    }

    public void Keep(string key, KeptAnswer answer) =>
        context.Answers.Add(new StoredAnswer(caller.Name, key, answer.Fingerprint, answer.Content, clock.GetUtcNow()));
}

/// <summary>Finds the kept answers of a module by its name.</summary>
internal sealed class KeptAnswersProvider(IServiceProvider services) : IKeptAnswersProvider
{
    public IKeptAnswers Of(string module) => services.GetRequiredKeyedService<IKeptAnswers>(module);
}
