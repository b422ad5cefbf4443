namespace Architecture.Tests.Testing;

/// <summary>A rule about types. It proves itself first: it must find fault with types that were written to break it.</summary>
/// <param name="SpeaksOf">Which types the rule is about.</param>
/// <param name="Allows">Whether a type keeps to it.</param>
internal sealed record TypeRule(Func<Type, bool> SpeaksOf, Func<Type, bool> Allows)
{
    /// <summary>Fails when a type breaks the rule, when a planted type does not, and when the rule is about no type.</summary>
    public void Check(IEnumerable<Type> types, params Type[] planted)
    {
        Assert.That(Broken(planted), Is.EquivalentTo(planted), "What was planted to break the rule must break it.");
        var subjects = types.Where(SpeaksOf).ToList();
        Assert.That(subjects, Is.Not.Empty, "The rule is about no type, so it tests nothing.");
        Assert.That(Broken(subjects).Select(type => type.FullName), Is.Empty);
    }

    private IEnumerable<Type> Broken(IEnumerable<Type> types) => types.Where(type => SpeaksOf(type) && !Allows(type));
}

/// <summary>What the rules ask about types.</summary>
internal static class TypeFacts
{
    /// <summary>Whether the type is an interface's, or a generic interface's of any arguments.</summary>
    public static bool Is(this Type type, Type definition) => type.ArgumentsOf(definition) is not null;

    /// <summary>The type arguments with which the type implements a generic interface.</summary>
    public static Type[]? ArgumentsOf(this Type type, Type definition) =>
        type.GetInterfaces()
            .Append(type)
            .FirstOrDefault(i => (i.IsGenericType ? i.GetGenericTypeDefinition() : i) == definition)
            ?.GetGenericArguments();

    public static bool IsConcreteClass(this Type type) => type is { IsClass: true, IsAbstract: false };

    public static bool IsInternalSealed(this Type type) => type is { IsSealed: true, IsVisible: false };

    public static bool IsRecord(this Type type) =>
        type.GetMethod("PrintMembers", Everything) is not null && type.GetMethod("Equals", [type]) is not null;

    public const System.Reflection.BindingFlags Everything =
        System.Reflection.BindingFlags.Public
        | System.Reflection.BindingFlags.NonPublic
        | System.Reflection.BindingFlags.Instance
        | System.Reflection.BindingFlags.Static
        | System.Reflection.BindingFlags.DeclaredOnly;
}
