using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Countries.Infrastructure.DataAccess.Migrations;

/// <summary>The context with the migrations for SQLite.</summary>
internal sealed class SqliteCountriesDbContext(DbContextOptions<SqliteCountriesDbContext> options)
    : CountriesDbContext(options);

/// <summary>The context with the migrations for PostgreSQL.</summary>
internal sealed class PostgreSqlCountriesDbContext(DbContextOptions<PostgreSqlCountriesDbContext> options)
    : CountriesDbContext(options);

internal sealed class SqliteCountriesDesignTime() : DesignTimeFactory<SqliteCountriesDbContext>(StorageProvider.Sqlite);

internal sealed class PostgreSqlCountriesDesignTime()
    : DesignTimeFactory<PostgreSqlCountriesDbContext>(StorageProvider.PostgreSql);
