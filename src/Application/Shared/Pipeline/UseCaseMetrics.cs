using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Shared.Application.Pipeline;

/// <summary>The instruments of the use cases. Meter and activity source are both named <see cref="Name"/>.</summary>
public sealed class UseCaseMetrics
{
    /// <summary>The name to listen to.</summary>
    public const string Name = "Countries.UseCases";

    internal static readonly ActivitySource Source = new(Name);

    private readonly Histogram<double> duration;

    public UseCaseMetrics(IMeterFactory meters)
    {
        ArgumentNullException.ThrowIfNull(meters);
        duration = meters
            .Create(Name)
            .CreateHistogram<double>("countries.use_case.duration", "s", "How long a use case took");
    }

    internal void Record(string useCase, string outcome, TimeSpan elapsed)
    {
        if (duration.Enabled)
            duration.Record(elapsed.TotalSeconds, new("use_case", useCase), new("outcome", outcome));
    }
}
