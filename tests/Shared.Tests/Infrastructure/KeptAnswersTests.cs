using ErrorOr;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;
using Shared.Tests.Infrastructure.Testing;

namespace Shared.Tests.Infrastructure;

/// <summary>The answer to a write is kept for a day, in the transaction of the write, for the one who sent it.</summary>
[TestFixture]
internal sealed class KeptAnswersTests
{
    private const string Key = "5f0c3b2e";
    private const string Me = "key:me (1)";
    private BoxModule module = null!;

    [SetUp]
    public void Start() => module = new BoxModule();

    [TearDown]
    public async Task Stop() => await module.DisposeAsync();

    [Test]
    public async Task An_answer_is_found_again_with_what_was_asked()
    {
        await WriteAsync(Me, "tea", Result.Success);

        var kept = await FindAsync(Me);
        Assert.That((kept?.Fingerprint, kept?.Content), Is.EqualTo(("asked for tea", "tea"u8.ToArray())));
    }

    [Test]
    public async Task Another_caller_may_use_the_same_key()
    {
        await WriteAsync(Me, "tea", Result.Success);

        Assert.That(await FindAsync("key:other (2)"), Is.Null);
        await WriteAsync("key:other (2)", "coffee", Result.Success);
        Assert.That((await FindAsync(Me))?.Content, Is.EqualTo("tea"u8.ToArray()));
        Assert.That((await FindAsync("key:other (2)"))?.Content, Is.EqualTo("coffee"u8.ToArray()));
    }

    [Test]
    public async Task An_answer_is_not_kept_without_its_write()
    {
        await WriteAsync(Me, "tea", Error.Conflict("box.taken", "No."));

        Assert.That(await FindAsync(Me), Is.Null);
        Assert.That(await module.LabelsAsync(), Is.Empty);
    }

    [Test]
    public async Task After_a_day_the_key_is_free_again()
    {
        await WriteAsync(Me, "tea", Result.Success);

        module.Clock.Advance(IKeptAnswers.Kept);
        Assert.That(await FindAsync(Me), Is.Not.Null);
        module.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await FindAsync(Me), Is.Null);
        await WriteAsync(Me, "coffee", Result.Success);
        Assert.That((await FindAsync(Me))?.Content, Is.EqualTo("coffee"u8.ToArray()));
        Assert.That(await module.QueryAsync(context => context.Answers.CountAsync()), Is.EqualTo(1));
    }

    /// <summary>Adds a box and keeps the answer, in one unit of work that ends as given.</summary>
    private Task WriteAsync(string caller, string label, ErrorOr<Success> end) =>
        AskAsync(
            caller,
            (context, answers) =>
            {
                context.Boxes.Add(Box.Add(label));
                var content = System.Text.Encoding.UTF8.GetBytes(label);
                answers.Keep(Key, new KeptAnswer($"asked for {label}", content));
                return Task.FromResult(end);
            }
        );

    private async Task<KeptAnswer?> FindAsync(string caller)
    {
        KeptAnswer? found = null;
        await AskAsync(
            caller,
            async (_, answers) =>
            {
                found = await answers.FindAsync(Key, CancellationToken.None);
                return Result.Success;
            }
        );
        return found;
    }

    private async Task AskAsync(string caller, Func<BoxesDbContext, IKeptAnswers, Task<ErrorOr<Success>>> work)
    {
        await using var scope = module.OpenScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsTrusted(caller, "v1");
        var answers = scope.ServiceProvider.GetRequiredService<IKeptAnswersProvider>().Of("Shared");
        await BoxModule.ExecuteAsync(scope, context => work(context, answers));
    }
}
