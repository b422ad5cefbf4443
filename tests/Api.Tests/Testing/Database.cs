using Microsoft.Data.Sqlite;

namespace Api.Tests.Testing;

/// <summary>Looks into the SQLite files of a service from outside.</summary>
internal static class Database
{
    /// <summary>The first column of all rows.</summary>
    public static List<T> Query<T>(string storage, string module, string sql)
    {
        using var connection = Open(storage, module);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<T>();
        while (reader.Read())
            values.Add(reader.GetFieldValue<T>(0));
        return values;
    }

    /// <summary>The only value.</summary>
    public static T Value<T>(string storage, string module, string sql) => Query<T>(storage, module, sql)[0];

    /// <summary>Changes the file behind the service's back.</summary>
    public static void Execute(string storage, string module, string sql)
    {
        using var connection = Open(storage, module);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string storage, string module)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(storage, module)}.db;Pooling=False");
        connection.Open();
        return connection;
    }
}
