using System.Reflection;
using System.Runtime.CompilerServices;
using Architecture.Tests.Testing;
using Shared.Domain;

namespace Architecture.Tests;

/// <summary>Nothing goes around the rules of an aggregate or a value object.</summary>
[TestFixture]
internal sealed class DomainModelTests
{
    [Test]
    public void Aggregates_are_made_by_their_own_methods_only() =>
        new TypeRule(IsAggregate, HasNoPublicConstructor).Check(Domain(), typeof(Planted.OpenAggregate));

    [Test]
    public void Aggregates_change_by_their_own_methods_only() =>
        new TypeRule(IsAggregate, type => PublicSetters(type).Length == 0).Check(
            Domain(),
            typeof(Planted.ChangeableAggregate)
        );

    [Test]
    public void What_has_a_factory_that_can_refuse_is_made_by_it_only() =>
        new TypeRule(HasRefusingFactory, HasNoPublicConstructor).Check(Domain(), typeof(Planted.OpenValue));

    [Test]
    public void What_has_a_factory_that_can_refuse_has_no_init_setter_for_with_to_go_around_it() =>
        new TypeRule(HasRefusingFactory, type => PublicSetters(type).Length == 0).Check(
            Domain(),
            typeof(Planted.OpenValue),
            typeof(Planted.ValueWithInit)
        );

    [Test]
    public void Nothing_in_the_domain_has_a_setter_that_works_after_it_was_made() =>
        new TypeRule(_ => true, type => PublicSetters(type).All(IsInit)).Check(
            Domain(),
            typeof(Planted.ChangeableAggregate),
            typeof(Planted.ChangeableData)
        );

    private static IReadOnlyList<Type> Domain() => Solution.TypesOf(Solution.AssembliesWithSharedOf("Domain"));

    private static bool IsAggregate(Type type) => type.IsConcreteClass() && type.IsAssignableTo(typeof(AggregateRoot));

    /// <summary>A static method that answers the type itself or the reasons why not.</summary>
    private static bool HasRefusingFactory(Type type) =>
        !type.IsGenericTypeDefinition
        && type.IsClass
        && type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Any(method => method.ReturnType == typeof(Result<>).MakeGenericType(type));

    private static bool HasNoPublicConstructor(Type type) => type.GetConstructors().Length == 0;

    private static MethodInfo[] PublicSetters(Type type) =>
        [
            .. type.GetProperties()
                .Select(property => property.SetMethod)
                .OfType<MethodInfo>()
                .Where(set => set.IsPublic),
        ];

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));
}
