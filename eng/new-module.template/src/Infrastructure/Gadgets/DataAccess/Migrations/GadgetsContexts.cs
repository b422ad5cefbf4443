using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Gadgets.Infrastructure.DataAccess.Migrations;

/// <summary>The context with the migrations for SQLite.</summary>
internal sealed class SqliteGadgetsDbContext(DbContextOptions<SqliteGadgetsDbContext> options)
    : GadgetsDbContext(options);

/// <summary>The context with the migrations for PostgreSQL.</summary>
internal sealed class PostgreSqlGadgetsDbContext(DbContextOptions<PostgreSqlGadgetsDbContext> options)
    : GadgetsDbContext(options);

internal sealed class SqliteGadgetsDesignTime() : DesignTimeFactory<SqliteGadgetsDbContext>(StorageProvider.Sqlite);

internal sealed class PostgreSqlGadgetsDesignTime()
    : DesignTimeFactory<PostgreSqlGadgetsDbContext>(StorageProvider.PostgreSql);
