using System.Reflection;
using Architecture.Tests.Testing;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shared.Api;
using Shared.Api.Commands;
using Shared.Application;
using Shared.Application.Events;
using Shared.Infrastructure;

namespace Architecture.Tests;

/// <summary>Types are internal and sealed until they must be seen or inherited.</summary>
[TestFixture]
internal sealed class VisibilityTests
{
    [TestCase(typeof(IRequestHandler<,>))]
    [TestCase(typeof(IValidator<>))]
    [TestCase(typeof(IIntegrationEventHandler<>))]
    [TestCase(typeof(IIntegrationEventMap))]
    [TestCase(typeof(IModuleInfrastructure))]
    [TestCase(typeof(IModuleApi))]
    [TestCase(typeof(IModuleCommands))]
    [TestCase(typeof(IEntityTypeConfiguration<>))]
    public void What_is_found_by_its_interface_is_internal_and_sealed(Type found) =>
        new TypeRule(type => type.IsConcreteClass() && type.Is(found), TypeFacts.IsInternalSealed).Check(
            Modules(),
            typeof(Planted.OpenToAll)
        );

    [Test]
    public void What_answers_a_port_is_internal_and_sealed()
    {
        var ports = Solution
            .TypesOf([
                .. Solution.AssembliesOf("Domain"),
                .. Solution.AssembliesOf("Application"),
                .. Solution.AssembliesOf("Contracts"),
            ])
            .Where(type => type.IsInterface)
            .Append(typeof(Planted.IPort))
            .ToList();

        new TypeRule(type => type.IsConcreteClass() && ports.Exists(type.Is), TypeFacts.IsInternalSealed).Check(
            Modules(),
            typeof(Planted.OpenToAll)
        );
    }

    [Test]
    public void A_class_is_sealed_unless_another_inherits_from_it()
    {
        var all = Modules()
            .Concat(
                Solution.TypesOf(
                    Solution.Layers.Where(l => l != "Contracts").Select(layer => Assembly.Load($"Shared.{layer}"))
                )
            )
            .ToList();
        var bases = all.Select(type => Definition(type.BaseType)).ToHashSet();

        new TypeRule(
            type => type.IsConcreteClass() && !IsGenerated(type),
            type => type.IsSealed || bases.Contains(Definition(type))
        ).Check(all, typeof(Planted.OpenToAll));
    }

    [Test]
    public void Infrastructure_shows_nothing_but_what_dotnet_ef_makes() =>
        new TypeRule(_ => true, type => !type.IsVisible || IsMadeByDotnetEf(type)).Check(
            Solution.TypesOf(Solution.AssembliesOf("Infrastructure")),
            typeof(Planted.OpenToAll)
        );

    [Test]
    public void Application_shows_messages_and_ports_and_what_they_speak_of() =>
        ShowsOnly(
            type => type.IsInterface || type.Is(typeof(ICommand<>)) || type.Is(typeof(IQuery<>)),
            Solution.AssembliesOf("Application")
        );

    [Test]
    public void Api_shows_pages_and_what_they_show() =>
        ShowsOnly(type => type.IsAssignableTo(typeof(IComponent)), Solution.AssembliesOf("Api"));

    [Test]
    public void Contracts_are_records_and_ports() =>
        new TypeRule(_ => true, type => type.IsVisible && (type.IsInterface || type.IsEnum || type.IsRecord())).Check(
            Solution.TypesOf(Solution.AssembliesOf("Contracts")),
            typeof(Planted.OpenToAll)
        );

    private static void ShowsOnly(Func<Type, bool> isDoor, IEnumerable<Assembly> assemblies)
    {
        var types = Solution.TypesOf(assemblies);
        var needed = new HashSet<Type>();
        foreach (var door in types.Where(isDoor))
            SpokenOf(door, needed);

        new TypeRule(type => type.IsVisible, needed.Contains).Check(types, typeof(Planted.OpenToAll));
    }

    /// <summary>A type and all that its visible members name.</summary>
    private static void SpokenOf(Type type, HashSet<Type> found)
    {
        if (type.HasElementType)
            SpokenOf(type.GetElementType()!, found);
        foreach (var argument in type.GenericTypeArguments)
            SpokenOf(argument, found);
        if (type.Assembly.GetName().Name!.Split('.') is not [_, "Application" or "Api"] || !found.Add(type))
            return;
        var named = type.GetInterfaces()
            .Append(type.BaseType)
            .Concat(type.GetProperties().Select(property => property.PropertyType))
            .Concat(type.GetFields().Select(field => field.FieldType))
            .Concat(
                type.GetMethods().SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType))
            )
            .Concat(type.GetConstructors().SelectMany(c => c.GetParameters().Select(p => p.ParameterType)));
        foreach (var other in named.OfType<Type>())
            SpokenOf(other, found);
    }

    private static IReadOnlyList<Type> Modules() => Solution.TypesOf(Solution.Layers.SelectMany(Solution.AssembliesOf));

    private static Type? Definition(Type? type) =>
        type is { IsGenericType: true } ? type.GetGenericTypeDefinition() : type;

    /// <summary>The Razor compiler and dotnet-ef write open classes.</summary>
    private static bool IsGenerated(Type type) => type.IsAssignableTo(typeof(IComponent)) || IsMadeByDotnetEf(type);

    private static bool IsMadeByDotnetEf(Type type) =>
        type.IsAssignableTo(typeof(Migration))
        || type.IsAssignableTo(typeof(ModelSnapshot))
        || type.Namespace?.Contains(".CompiledModels.", StringComparison.Ordinal) == true;
}
