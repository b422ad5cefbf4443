using Microsoft.EntityFrameworkCore;
using Shared.Infrastructure.DataAccess;

namespace Currencies.Infrastructure.DataAccess.Migrations;

/// <summary>The context with the migrations for SQLite.</summary>
internal sealed class SqliteCurrenciesDbContext(DbContextOptions<SqliteCurrenciesDbContext> options)
    : CurrenciesDbContext(options);

/// <summary>The context with the migrations for PostgreSQL.</summary>
internal sealed class PostgreSqlCurrenciesDbContext(DbContextOptions<PostgreSqlCurrenciesDbContext> options)
    : CurrenciesDbContext(options);

internal sealed class SqliteCurrenciesDesignTime()
    : DesignTimeFactory<SqliteCurrenciesDbContext>(StorageProvider.Sqlite);

internal sealed class PostgreSqlCurrenciesDesignTime()
    : DesignTimeFactory<PostgreSqlCurrenciesDbContext>(StorageProvider.PostgreSql);
