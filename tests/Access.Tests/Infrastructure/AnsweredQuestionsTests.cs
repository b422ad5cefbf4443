using Access.Infrastructure.Passkeys;
using Microsoft.Extensions.Time.Testing;

namespace Access.Tests.Infrastructure;

/// <summary>An answer lets somebody in once.</summary>
[TestFixture]
internal sealed class AnsweredQuestionsTests
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider clock = new();

    [Test]
    public void The_answer_to_a_question_is_taken_once_and_other_questions_are_others()
    {
        var answered = new AnsweredQuestions(clock);

        Assert.That(answered.Take("one", GoodFor), Is.True);
        clock.Advance(GoodFor);
        Assert.That(answered.Take("one", GoodFor), Is.False);
        Assert.That(answered.Take("two", GoodFor), Is.True);
    }

    [Test]
    public void Of_many_who_send_one_answer_at_once_one_is_let_in()
    {
        var answered = new AnsweredQuestions(clock);

        var taken = Enumerable.Range(0, 100).AsParallel().Count(_ => answered.Take("one", GoodFor));

        Assert.That(taken, Is.EqualTo(1));
    }
}
