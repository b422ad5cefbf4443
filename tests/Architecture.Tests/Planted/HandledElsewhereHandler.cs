using ErrorOr;
using Shared.Application;

namespace Architecture.Tests.Planted;

internal sealed class HandledElsewhereHandler : IQueryHandler<HandledElsewhere, string>
{
    public Task<ErrorOr<string>> Handle(HandledElsewhere query, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
