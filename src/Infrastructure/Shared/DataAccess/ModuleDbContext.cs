using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Shared.Application;
using Shared.Domain;
using Shared.Infrastructure.DataAccess.History;
using Shared.Infrastructure.Integration;

namespace Shared.Infrastructure.DataAccess;

/// <summary>
/// A module's own database: its tables, and beside them the outbox, the inbox, the history, the kept answers and what is
/// known of the data set.
/// </summary>
public abstract class ModuleDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Events on their way to other modules.</summary>
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    /// <summary>Events of other modules that took effect here.</summary>
    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    /// <summary>The versions of the data set that were loaded.</summary>
    public DbSet<DataSetVersion> DataSetVersions => Set<DataSetVersion>();

    /// <summary>The records of the data set that somebody removed.</summary>
    public DbSet<RemovedRecord> RemovedRecords => Set<RemovedRecord>();

    /// <summary>What happened to the records of the module.</summary>
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();

    /// <summary>Answers to writes that may be sent again.</summary>
    public DbSet<StoredAnswer> Answers => Set<StoredAnswer>();

    /// <summary>Whether a unit of work is under way, which saves what the work changed.</summary>
    internal bool IsInUnitOfWork { get; set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        if (Database.IsNpgsql())
            modelBuilder.HasDefaultSchema(ModuleName.Of(GetType()).ToLowerInvariant());
        modelBuilder.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox").HasKey(message => message.Sequence);
            outbox.HasIndex(message => message.MessageId).IsUnique();
            // The relay asks for what waits, over and over: its index holds just that.
            outbox
                .HasIndex(message => message.Sequence)
                .HasDatabaseName("ix_outbox_waiting")
                .HasFilter("sent_at IS NULL AND parked_at IS NULL");
            outbox.HasIndex(message => message.SentAt);
        });
        modelBuilder
            .Entity<InboxMessage>()
            .ToTable("inbox")
            .HasKey(message => new { message.MessageId, message.Handler });
        modelBuilder.Entity<DataSetVersion>().ToTable("data_set_versions").HasKey(version => version.Version);
        modelBuilder.Entity<RemovedRecord>().ToTable("removed_records").HasKey(removed => removed.Key);
        modelBuilder.Entity<HistoryEntry>(history =>
        {
            history.ToTable("history").HasKey(entry => entry.Sequence);
            history.HasIndex(entry => new
            {
                entry.Record,
                entry.RecordId,
                entry.Sequence,
            });
            history.HasIndex(entry => entry.At);
        });
        modelBuilder.Entity<StoredAnswer>(answers =>
        {
            answers.ToTable("kept_answers").HasKey(answer => new { answer.Caller, answer.Key });
            answers.HasIndex(answer => answer.GivenAt);
        });
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        foreach (
            var root in modelBuilder.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(AggregateRoot)))
        )
        {
            root.AddIgnored(nameof(AggregateRoot.DomainEvents));
            root.FindProperty(nameof(AggregateRoot.Version))!.IsConcurrencyToken = true;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        // SQLite has no type for moments and cannot compare those with an offset: UTC there.
        if (Database.IsSqlite())
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }
}

/// <summary>Stores moments in UTC.</summary>
public sealed class UtcConverter()
    : ValueConverter<DateTimeOffset, DateTime>(
        moment => moment.UtcDateTime,
        utc => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc))
    );

/// <summary>A version of the data set that was loaded into this database.</summary>
/// <param name="Version">The version ("2026.11.1").</param>
/// <param name="LoadedAt">When.</param>
public sealed record DataSetVersion(string Version, DateTimeOffset LoadedAt);
