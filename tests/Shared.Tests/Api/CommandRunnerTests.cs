using System.CommandLine;
using ErrorOr;
using MediatR;
using Shared.Api.Commands;

namespace Shared.Tests.Api;

/// <summary>What a command ends with that did not come to its end.</summary>
[TestFixture]
internal sealed class CommandRunnerTests
{
    private static readonly CommandRunner Runner = new(
        async (_, cancellationToken) =>
        {
            await Task.Yield();
            throw new OperationCanceledException(cancellationToken);
        }
    );

    [Test]
    public async Task One_that_the_person_gave_up_did_not_succeed()
    {
        using var errors = new StringWriter();

        var exitCode = await RunAsync(errors, new CancellationToken(canceled: true));

        Assert.That(exitCode, Is.EqualTo(CommandRunner.GivenUp));
        Assert.That(errors.ToString(), Does.Contain("given up"));
    }

    [Test]
    public void One_that_gave_itself_up_is_a_bug_and_shown() =>
        Assert.That(
            async () => await RunAsync(TextWriter.Null, CancellationToken.None),
            Throws.InstanceOf<OperationCanceledException>()
        );

    private static Task<int> RunAsync(TextWriter errors, CancellationToken cancellationToken)
    {
        var parsed = new RootCommand().Parse([]);
        parsed.InvocationConfiguration.Error = errors;
        return Runner.SendAsync(parsed, new Planted(), (Success _) => [], cancellationToken);
    }

    private sealed record Planted : IRequest<ErrorOr<Success>>;
}
