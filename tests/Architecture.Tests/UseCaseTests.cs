using System.Reflection;
using System.Runtime.CompilerServices;
using Architecture.Tests.Testing;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Shared.Application;
using Shared.Application.Events;
using Shared.Domain;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Architecture.Tests;

/// <summary>A use case is one file that can be read on one screen: message, validator, handler.</summary>
[TestFixture]
internal sealed class UseCaseTests
{
    [Test]
    public void Commands_and_queries_are_sealed_records() =>
        new TypeRule(IsMessage, type => type.IsRecord() && type.IsSealed).Check(
            Application(),
            typeof(Planted.OpenRequest)
        );

    [Test]
    public void A_message_stands_in_a_file_of_its_name_together_with_its_handler() =>
        new TypeRule(
            IsMessage,
            message =>
                HandlerOf(message) is { } handler
                && Solution.FileOf(message) is { } file
                && Path.GetFileName(file) == $"{message.Name}.cs"
                && Solution.FileOf(handler) == file
        ).Check(
            Application(),
            typeof(Planted.OpenRequest),
            typeof(Planted.NotHandled),
            typeof(Planted.HandledElsewhere)
        );

    [Test]
    public void A_handler_is_internal_and_sealed() =>
        new TypeRule(IsHandler, TypeFacts.IsInternalSealed).Check(Application(), typeof(Planted.OpenToAll));

    [Test]
    public void A_command_has_a_validator_or_takes_keys_and_versions_only() =>
        new TypeRule(type => type.Is(typeof(ICommand<>)), IsValidated).Check(
            Application(),
            typeof(Planted.NotValidated)
        );

    [Test]
    public void A_validator_makes_a_command_with_input_right() =>
        Assert.That(IsValidated(typeof(Planted.Validated)), Is.True);

    [Test]
    public void Every_rule_of_a_validator_says_its_failure()
    {
        Assert.That(RulesWithoutFailure([typeof(Planted.ValidatedValidator)]), Is.Not.Empty, "planted");

        var validators = Solution
            .AssembliesWithSharedOf("Application")
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsConcreteClass() && type.Is(typeof(IValidator<>)));
        Assert.That(RulesWithoutFailure(validators), Is.Empty);
    }

    /// <summary>What a message in which nothing is given is told, where that is nothing of a catalogue.</summary>
    private static IEnumerable<string> RulesWithoutFailure(IEnumerable<Type> validators) =>
        from type in validators
        let made = type.GetConstructors().Single()
        let validator = (IValidator)made.Invoke(new object[made.GetParameters().Length])
        let message = RuntimeHelpers.GetUninitializedObject(type.ArgumentsOf(typeof(IValidator<>))![0])
        from failure in FaultsOf(validator, message)
        where failure.CustomState is not Failure
        select $"{type.Name}: {failure.PropertyName} {failure.ErrorCode}";

    private static List<ValidationFailure> FaultsOf(IValidator validator, object message)
    {
        try
        {
            return validator.Validate(new ValidationContext<object>(message)).Errors;
        }
        // A draft, which no adapter leaves out, or what the validator is given to look something up.
        catch (NullReferenceException)
        {
            return [];
        }
    }

    [Test]
    public void A_handler_uses_no_handler_and_no_mediator()
    {
        Assert.That(UsingOthers([typeof(Planted.NotValidatedHandler)]), Is.Not.Empty, "planted");
        Assert.That(UsingOthers([typeof(Planted.CallsAnotherHandler)]), Is.Not.Empty, "planted");

        var handlers = Application().Where(IsHandler).ToList();
        Assert.That(handlers, Is.Not.Empty);
        Assert.That(UsingOthers(handlers), Is.Empty);
    }

    private static IEnumerable<string> UsingOthers(IEnumerable<Type> handlers)
    {
        Type[] mediator = [typeof(ISender), typeof(IMediator), typeof(IPublisher)];
        var all = Application().Append(typeof(Planted.NotValidatedHandler)).Where(IsHandler);
        return handlers.SelectMany(handler =>
            Dependencies.Broken(
                Types().That().Are(handler).Should().NotDependOnAny(mediator.Concat(all.Where(h => h != handler)))
            )
        );
    }

    private static IReadOnlyList<Type> Application() => Solution.TypesOf(Solution.AssembliesOf("Application"));

    private static bool IsMessage(Type type) =>
        type.IsConcreteClass() && (type.Is(typeof(ICommand<>)) || type.Is(typeof(IQuery<>)));

    private static bool IsHandler(Type type) =>
        type.IsConcreteClass() && (type.Is(typeof(IRequestHandler<,>)) || type.Is(typeof(IIntegrationEventHandler<>)));

    private static Type? HandlerOf(Type message) =>
        message.Assembly.GetType($"{message.FullName}Handler") is { } handler
        && handler.ArgumentsOf(typeof(IRequestHandler<,>))?[0] == message
            ? handler
            : null;

    private static bool IsValidated(Type message) =>
        message.GetProperties().All(IsKeyOrVersion)
        || message.Assembly.GetTypes().Any(type => type.ArgumentsOf(typeof(IValidator<>))?[0] == message);

    /// <summary>What a person writes may be missing or has parts. A key or a version is there, and only found or not.</summary>
    private static bool IsKeyOrVersion(PropertyInfo property) =>
        property.PropertyType.IsValueType
        || (
            property.PropertyType == typeof(string)
            && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull
        );
}
