using Shared.Api.Commands;

namespace Shared.Tests.Api;

[TestFixture]
internal sealed class ProgressBarTests
{
    [Test]
    public void Nothing_is_written_where_nobody_watches()
    {
        using var output = new StringWriter();
        using (var bar = new ProgressBar(output, isWatched: false, whole: 10))
            bar.Report(5);

        Assert.That(output.ToString(), Is.Empty);
    }

    [Test]
    public void A_bar_grows_once_for_each_step_that_can_be_seen_and_is_wiped_away()
    {
        using var output = new StringWriter();
        using (var bar = new ProgressBar(output, isWatched: true, whole: 1000))
        {
            bar.Report(500);
            bar.Report(501);
            bar.Report(1000);
        }

        var half = $"[{new string('#', 20)}{new string('.', 20)}]  50 %";
        var whole = $"[{new string('#', 40)}] 100 %";
        Assert.That(output.ToString(), Is.EqualTo($"\r{half}\r{whole}\r{new string(' ', whole.Length)}\r"));
    }

    [Test]
    public void Where_the_whole_is_not_known_it_counts()
    {
        using var output = new StringWriter();
        using (var bar = new ProgressBar(output, isWatched: true, whole: null))
            bar.Report(2048);

        Assert.That(output.ToString(), Does.StartWith("\r       2 KiB read"));
    }
}
