using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Shared.Application;

/// <summary>
/// Reads the settings of adapters, all in one way: what makes no sense ends the start with one sentence that names its key.
/// </summary>
public static class Settings
{
    /// <summary>Reads a section and checks what its members say of their bounds (<see cref="RangeAttribute"/>).</summary>
    /// <param name="section">The section: "Limits".</param>
    /// <param name="bind">Gives its values; nothing where the section is not there.</param>
    /// <param name="advice">A sentence for whoever wrote a value of another type.</param>
    /// <exception cref="InvalidSettingException">A value makes no sense.</exception>
    public static T Read<T>(string section, Func<T?> bind, string? advice = null)
        where T : class, new()
    {
        ArgumentNullException.ThrowIfNull(bind);
        T settings;
        try
        {
            settings = bind() ?? new T();
        }
        // What the binder throws for a value of another type; its sentence names the key.
        catch (InvalidOperationException e)
        {
            throw new InvalidSettingException(advice is null ? e.Message : $"{e.Message} {advice}", e);
        }
        Check(section, settings);
        return settings;
    }

    private static void Check(string path, object settings)
    {
        foreach (var property in settings.GetType().GetProperties())
        {
            var (key, value) = ($"{path}:{property.Name}", property.GetValue(settings));
            foreach (var rule in property.GetCustomAttributes<ValidationAttribute>())
            {
                if (!rule.IsValid(value))
                    throw new InvalidSettingException(rule.FormatErrorMessage(key));
            }
            // A part with settings of its own.
            if (value is not null && property.PropertyType.Assembly == settings.GetType().Assembly)
                Check(key, value);
        }
    }
}

/// <summary>A setting makes no sense. The message is one sentence, which names its key, for the person who starts the service.</summary>
public sealed class InvalidSettingException(string message, Exception? innerException = null)
    : Exception(message, innerException);
