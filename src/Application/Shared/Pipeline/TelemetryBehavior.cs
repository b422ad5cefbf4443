using System.Diagnostics;
using ErrorOr;
using MediatR;

namespace Shared.Application.Pipeline;

/// <summary>Measures every use case: a span, and its duration by name and outcome.</summary>
internal sealed class TelemetryBehavior<TRequest, T>(UseCaseMetrics metrics) : IPipelineBehavior<TRequest, ErrorOr<T>>
    where TRequest : IRequest<ErrorOr<T>>
{
    private static readonly string UseCase = $"{ModuleName.Of<TRequest>()}.{typeof(TRequest).Name}";

    public async Task<ErrorOr<T>> Handle(
        TRequest request,
        RequestHandlerDelegate<ErrorOr<T>> next,
        CancellationToken cancellationToken
    )
    {
        using var activity = UseCaseMetrics.Source.StartActivity(UseCase);
        var start = Stopwatch.GetTimestamp();
        var outcome = "exception";
        try
        {
            var result = await next();
            outcome = result.IsError ? result.FirstError.Code : "ok";
            return result;
        }
        finally
        {
            activity?.SetTag("outcome", outcome);
            metrics.Record(UseCase, outcome, Stopwatch.GetElapsedTime(start));
        }
    }
}
