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

    /// <summary>Writes as another process does: until this is committed or disposed of, nobody else writes.</summary>
    public static OtherWriter Hold(string storage, string module) => new(Open(storage, module));

    private static SqliteConnection Open(string storage, string module)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(storage, module)}.db;Pooling=False");
        connection.Open();
        return connection;
    }
}

/// <summary>Another process in the middle of its transaction.</summary>
internal sealed class OtherWriter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    public OtherWriter(SqliteConnection connection)
    {
        this.connection = connection;
        transaction = connection.BeginTransaction(deferred: false);
    }

    /// <summary>Changes something in the transaction.</summary>
    public void Execute(string sql)
    {
        using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        command.ExecuteNonQuery();
    }

    /// <summary>Commits.</summary>
    public void Commit() => transaction.Commit();

    public void Dispose()
    {
        transaction.Dispose();
        connection.Dispose();
    }
}
