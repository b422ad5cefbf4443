namespace Api.Tests.Testing;

/// <summary>Waits for what a service does by itself.</summary>
internal static class Until
{
    /// <summary>Asks ten times a second until the answer is yes.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="seconds">After how many seconds the test has failed.</param>
    public static async Task HoldsAsync(Func<Task<bool>> question, int seconds = 10)
    {
        for (var i = 0; !await question(); i++)
        {
            Assert.That(i, Is.LessThan(10 * seconds), $"after {seconds} seconds");
            await Task.Delay(100);
        }
    }
}
