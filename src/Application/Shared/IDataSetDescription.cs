namespace Shared.Application;

/// <summary>Says what a module's data set is made of; each module that ships one answers.</summary>
public interface IDataSetDescription
{
    /// <summary>The module.</summary>
    string Module { get; }

    /// <summary>The version ("2026.11.1").</summary>
    string Version { get; }

    /// <summary>What it is made of.</summary>
    IReadOnlyList<DataSource> Sources { get; }
}

/// <summary>A published package that data come from.</summary>
/// <param name="Package">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Licence">Its licence (SPDX).</param>
/// <param name="Gives">What comes from it.</param>
public sealed record DataSource(string Package, string Version, string Licence, string Gives);
