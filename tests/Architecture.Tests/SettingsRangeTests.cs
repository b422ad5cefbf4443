using System.Reflection;
using Architecture.Tests.Testing;
using Microsoft.Extensions.Configuration;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace Architecture.Tests;

/// <summary>A setting that makes no sense is found at the start, not when somebody waits for it.</summary>
[TestFixture]
internal sealed class SettingsRangeTests
{
    private static readonly Type[] Figures = [typeof(int), typeof(long), typeof(double), typeof(TimeSpan)];

    [Test]
    public void Every_figure_and_time_in_the_settings_has_a_range()
    {
        var assemblies = new[] { "Api", "Infrastructure" }.SelectMany(Solution.AssembliesWithSharedOf);
        var settings = Solution.TypesOf(assemblies).Where(IsSettings).SelectMany(WithParts).Distinct().ToList();

        Assert.That(settings, Is.Not.Empty);
        Assert.That(WithoutRange([typeof(Planted)]), Is.EqualTo(new[] { "Planted.Most", "Planted.Wait" }));
        Assert.That(WithoutRange(settings), Is.Empty);
    }

    private static bool IsSettings(Type type) =>
        type.GetMethod("From", BindingFlags.Public | BindingFlags.Static, [typeof(IConfiguration)])?.ReturnType == type;

    private static IEnumerable<Type> WithParts(Type type) =>
        type.GetProperties()
            .Select(property => property.PropertyType)
            .Where(part => part.IsClass && part.Assembly == type.Assembly)
            .Append(type);

    private static IEnumerable<string> WithoutRange(IEnumerable<Type> settings) =>
        settings
            .SelectMany(type => type.GetProperties())
            .Where(property => property.CanWrite && Figures.Contains(property.PropertyType))
            .Where(property => property.GetCustomAttribute<RangeAttribute>() is null)
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}");

    private sealed record Planted
    {
        [Range(0, 1)]
        public int Least { get; init; }

        public int Most { get; init; }

        public TimeSpan Wait { get; init; }
    }
}
