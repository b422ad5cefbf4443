using System.CommandLine;
using ErrorOr;
using FluentValidation;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shared.Api;
using Shared.Api.Commands;
using Shared.Application;
using Shared.Application.Events;
using Shared.Domain;
using Shared.Infrastructure;

namespace Architecture.Tests.Planted;

/// <summary>A port that only <see cref="OpenToAll"/> answers.</summary>
public interface IPort;

/// <summary>Planted: public and open, whatever it is taken for.</summary>
public class OpenToAll
    : AbstractValidator<OpenRequest>,
        IPort,
        ICommandHandler<OpenRequest, string>,
        IIntegrationEventHandler<string>,
        IIntegrationEventMap,
        IModuleInfrastructure,
        IModuleApi,
        IModuleCommands,
        IEntityTypeConfiguration<string>
{
    public Task<ErrorOr<string>> Handle(OpenRequest request, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task HandleAsync(string integrationEvent, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public object? Map(IDomainEvent domainEvent) => throw new NotSupportedException();

    public void Map(IEndpointRouteBuilder endpoints) => throw new NotSupportedException();

    public IEnumerable<Command> Make(CommandRunner runner) => throw new NotSupportedException();

    public void Install(IServiceCollection services, IConfiguration configuration) => throw new NotSupportedException();

    public void Configure(EntityTypeBuilder<string> builder) => throw new NotSupportedException();
}

/// <summary>Planted: a command that is no record, and whose handler has another name.</summary>
public sealed class OpenRequest : ICommand<string>
{
    public string? Input { get; init; }
}
