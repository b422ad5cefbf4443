using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shared.Application;

namespace Shared.Api.Access;

/// <summary>Tells the use cases who sends a request, and which contract it speaks.</summary>
public static class RequestCaller
{
    private const string NoContract = "http";

    /// <summary>Names the contract that the endpoints belong to, as <see cref="ICaller.Contract"/> gives it.</summary>
    public static TBuilder WithContract<TBuilder>(this TBuilder endpoints, string name)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new ContractName(name));

    /// <summary>Fills in the <see cref="Caller"/> of each request. Stands behind authentication.</summary>
    public static IApplicationBuilder UseCaller(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                context
                    .RequestServices.GetRequiredService<Caller>()
                    .Is(
                        context.User.Identity?.Name ?? Caller.Anonymous,
                        context.GetEndpoint()?.Metadata.GetMetadata<ContractName>()?.Name ?? NoContract,
                        context.User.HasClaim(claim => claim.Type == Permissions.EverythingClaim),
                        context.User.May
                    );
                return next(context);
            }
        );

    private sealed record ContractName(string Name);
}
