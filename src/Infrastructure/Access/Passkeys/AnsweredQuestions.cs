using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Access.Infrastructure.Passkeys;

/// <summary>
/// The questions whose answer let somebody in, for as long as they are good: who overheard an answer must not get in with it
/// once more. Each process remembers those that it was asked itself.
/// </summary>
internal sealed class AnsweredQuestions(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> answered = new();

    /// <summary>Takes the answer to a question.</summary>
    /// <param name="state">The state of the question.</param>
    /// <param name="goodFor">For how long a question is good.</param>
    /// <returns>Whether it is the first one.</returns>
    public bool Take(string state, TimeSpan goodFor)
    {
        var now = clock.GetUtcNow();
        foreach (var old in answered.Where(question => question.Value < now))
            answered.TryRemove(old);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
        return answered.TryAdd(hash, now + goodFor);
    }
}
