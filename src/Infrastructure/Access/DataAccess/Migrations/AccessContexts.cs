using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Access.Infrastructure.DataAccess.Migrations;

/// <summary>The context with the migrations for SQLite.</summary>
internal sealed class SqliteAccessDbContext(DbContextOptions<SqliteAccessDbContext> options) : AccessDbContext(options);

/// <summary>The context with the migrations for PostgreSQL.</summary>
internal sealed class PostgreSqlAccessDbContext(DbContextOptions<PostgreSqlAccessDbContext> options)
    : AccessDbContext(options);

internal sealed class SqliteAccessDesignTime() : DesignTimeFactory<SqliteAccessDbContext>(StorageProvider.Sqlite);

internal sealed class PostgreSqlAccessDesignTime()
    : DesignTimeFactory<PostgreSqlAccessDbContext>(StorageProvider.PostgreSql);
