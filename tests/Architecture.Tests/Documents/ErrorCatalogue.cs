using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Architecture.Tests.Testing;
using ErrorOr;
using Shared.Application;
using Shared.Domain;

namespace Architecture.Tests.Documents;

/// <summary>An expected failure as the page of errors tells it.</summary>
/// <param name="Code">The stable code; with <c>{subject}</c> in it where it begins with what is checked.</param>
/// <param name="Kind">The sort.</param>
/// <param name="Sentence">The sentence, with the names of what it speaks of in braces.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Waits">Whether it goes by waiting.</param>
internal sealed record ErrorEntry(string Code, FailureKind Kind, string Sentence, string? Remedy, bool Waits);

/// <summary>A problem that an adapter finds by itself.</summary>
internal sealed record ProblemEntry(string Code, int Status, string Sentence, string Remedy);

/// <summary>
/// Every expected failure, found by reflection: the members of the catalogues, which are the static classes whose names
/// end in Errors, and the codes that the value objects make with them.
/// </summary>
internal static class ErrorCatalogue
{
    private const string Subject = "{subject}";

    /// <summary>A number that stands for any, until its name takes its place.</summary>
    private const int AnyNumber = 987_654_321;

    /// <summary>Texts of which each breaks another rule; together they draw out every failure of a value object.</summary>
    private static readonly string?[] HostileTexts =
    [
        null,
        "",
        " ",
        "\u200B",
        "!",
        new string('a', 10_000),
        new string('\uFDFA', 99),
        "a\0b",
        "a\uD800b",
        "a\u202Eb",
    ];

    /// <summary>All entries of all catalogues.</summary>
    public static IReadOnlyList<ErrorEntry> Read() =>
        [.. Catalogues().SelectMany(MembersOf).Select(EntryOf).OrderBy(entry => entry.Code, StringComparer.Ordinal)];

    /// <summary>The problems of adapters: every static field of the type that Shared.Api has for them.</summary>
    public static IReadOnlyList<ProblemEntry> ReadProblems() =>
        [
            .. from type in Solution.TypesOf(Solution.AssembliesWithSharedOf("Api"))
            from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            where field.FieldType.FullName == "Shared.Api.Problems.ProblemCode"
            let problem = field.GetValue(null)!
            let entry = new ProblemEntry(
                Text(problem, "Code"),
                (int)Value(problem, "Status"),
                Text(problem, "Sentence"),
                Text(problem, "Remedy")
            )
            orderby entry.Status, entry.Code
            select entry,
        ];

    /// <summary>The codes that begin with a subject, by the rule that they end with.</summary>
    public static ILookup<string, string> ReadCodesByRule(IEnumerable<ErrorEntry> entries)
    {
        var rules = entries.Where(HasSubject).Select(RuleOf).ToHashSet();
        return FailuresOfValueObjects()
            .Select(failure => failure.Code)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Where(code => rules.Contains(code[(code.LastIndexOf('.') + 1)..]))
            .ToLookup(code => code[(code.LastIndexOf('.') + 1)..]);
    }

    /// <summary>Whether the code begins with what is checked.</summary>
    public static bool HasSubject(ErrorEntry entry) => entry.Code.StartsWith(Subject, StringComparison.Ordinal);

    /// <summary>The last part of a code.</summary>
    public static string RuleOf(ErrorEntry entry) => entry.Code[(entry.Code.LastIndexOf('.') + 1)..];

    /// <summary>What the value objects say to hostile texts.</summary>
    public static IEnumerable<Failure> FailuresOfValueObjects() =>
        from type in Solution.TypesOf(Solution.AssembliesWithSharedOf("Domain"))
        where !type.IsGenericTypeDefinition && type.IsClass
        from factory in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where factory.ReturnType == typeof(Result<>).MakeGenericType(type)
        where factory.GetParameters() is [{ ParameterType: var only }] && only == typeof(string)
        from text in HostileTexts
        from failure in (IReadOnlyList<Failure>)Value(factory.Invoke(null, [text])!, "Failures")
        select failure;

    private static object Value(object problem, string property) =>
        problem.GetType().GetProperty(property)!.GetValue(problem)!;

    private static string Text(object problem, string property) => (string)Value(problem, property);

    private static IEnumerable<Type> Catalogues() =>
        Solution
            .TypesOf(((string[])["Domain", "Application", "Api"]).SelectMany(Solution.AssembliesWithSharedOf))
            .Where(type =>
                type is { IsAbstract: true, IsSealed: true, Name: not "Errors" }
                && type.Name.EndsWith("Errors", StringComparison.Ordinal)
            );

    private static IEnumerable<MemberInfo> MembersOf(Type catalogue) =>
        catalogue
            .GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member =>
                member switch
                {
                    FieldInfo field => field.FieldType == typeof(Failure) || field.FieldType == typeof(Error),
                    // What turns one into the other makes none; what is private helps the others.
                    MethodInfo method => (method.ReturnType == typeof(Failure) || method.ReturnType == typeof(Error))
                        && !method.IsPrivate
                        && !method.IsDefined(typeof(ExtensionAttribute)),
                    _ => false,
                }
            );

    private static ErrorEntry EntryOf(MemberInfo member)
    {
        var made = member is FieldInfo field ? field.GetValue(null) : Invoke((MethodInfo)member);
        var (code, kind, sentence, wait) = made switch
        {
            Failure failure => (failure.Code, failure.Kind, failure.Message, failure.Wait),
            Error error => (error.Code, KindOf(error), error.Description, error.Wait()),
            _ => throw new InvalidOperationException($"{member} is no failure."),
        };
        if (member is MethodInfo method)
        {
            foreach (var parameter in method.GetParameters().Where(p => IsNumber(p.ParameterType)))
                sentence = sentence.Replace(
                    AnyNumber.ToString(CultureInfo.InvariantCulture),
                    $"{{{parameter.Name}}}",
                    StringComparison.Ordinal
                );
        }
        return new ErrorEntry(
            code,
            kind,
            sentence,
            member.GetCustomAttribute<RemedyAttribute>()?.Sentence,
            wait is not null
        );
    }

    private static object? Invoke(MethodInfo method) =>
        method.Invoke(null, [.. method.GetParameters().Select(Placeholder)]);

    private static object? Placeholder(ParameterInfo parameter)
    {
        if (new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable)
            return null;
        if (parameter.ParameterType == typeof(string))
            return $"{{{parameter.Name}}}";
        return IsNumber(parameter.ParameterType)
            ? Convert.ChangeType(AnyNumber, parameter.ParameterType, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException(
                $"{parameter.Member.DeclaringType!.Name}.{parameter.Member.Name} takes {parameter.ParameterType.Name} {parameter.Name}; a failure is made of texts and whole numbers, so that the page of errors can show it."
            );
    }

    private static bool IsNumber(Type type) => type == typeof(int) || type == typeof(long);

    private static FailureKind KindOf(Error error) =>
        error.Type switch
        {
            ErrorType.NotFound => FailureKind.NotFound,
            ErrorType.Conflict => FailureKind.Conflict,
            _ => FailureKind.Invalid,
        };
}
