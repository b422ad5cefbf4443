using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shared.Application.Events;
using Shared.Domain;
using Shared.Infrastructure.DataAccess;

namespace Shared.Tests.Infrastructure.Testing;

/// <summary>The one aggregate of a module that is made for these tests: a box with a label of its own.</summary>
internal sealed class Box : AggregateRoot
{
    private Box(Guid id, string label) => (Id, Label) = (id, label);

    public Guid Id { get; }

    public override string AggregateId => Id.ToString();

    public string Label { get; private set; }

    /// <summary>A new box; other modules learn of it.</summary>
    public static Box Add(string label, Guid? id = null)
    {
        var box = new Box(id ?? Guid.NewGuid(), label);
        box.Raise(new BoxLabelled(box.Id, label));
        return box;
    }

    /// <summary>Gives it another label.</summary>
    public void Relabel(string label)
    {
        var before = Label;
        Label = label;
        RaiseChange(new BoxLabelled(Id, label, before));
    }

    /// <summary>Gives it another label, which no other module learns of.</summary>
    public void RelabelInside(string label)
    {
        var before = Label;
        Label = label;
        RaiseChange(new BoxRelabelledInside(Id, label, before));
    }

    /// <summary>Something that no other module learns of.</summary>
    public void Weigh() => Raise(new BoxWeighed(Id));
}

internal sealed record BoxLabelled(Guid Id, string Label, string? Before = null) : IMemberChanges
{
    public IReadOnlyList<MemberChange> Changes => [new("label", Before, Label)];

    public string AggregateId => Id.ToString();
}

internal sealed record BoxRelabelledInside(Guid Id, string Label, string Before) : IMemberChanges
{
    public IReadOnlyList<MemberChange> Changes => [new("label", Before, Label)];

    public string AggregateId => Id.ToString();
}

internal sealed record BoxWeighed(Guid Id) : IDomainEvent
{
    public string AggregateId => Id.ToString();
}

/// <summary>What other modules learn.</summary>
internal sealed record BoxWasLabelled(Guid Id, string Label);

internal sealed class BoxesEventMap : IIntegrationEventMap
{
    public object? Map(IDomainEvent domainEvent) =>
        domainEvent is BoxLabelled labelled ? new BoxWasLabelled(labelled.Id, labelled.Label) : null;
}

/// <summary>What the handler of the event leaves behind: one row each time that the event takes effect.</summary>
internal sealed record Sighting(Guid Id, Guid BoxId, string Label);

internal sealed class BoxesDbContext(DbContextOptions<BoxesDbContext> options) : ModuleDbContext(options)
{
    public DbSet<Box> Boxes => Set<Box>();

    public DbSet<Sighting> Sightings => Set<Sighting>();
}

internal sealed class BoxConfiguration : IEntityTypeConfiguration<Box>, IEntityTypeConfiguration<Sighting>
{
    public void Configure(EntityTypeBuilder<Box> builder)
    {
        builder.ToTable("boxes").HasKey(box => box.Id);
        builder.HasIndex(box => box.Label).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Sighting> builder) => builder.ToTable("sightings").HasKey(s => s.Id);
}

/// <summary>All boxes at one moment.</summary>
internal sealed record BoxView(string Version, IReadOnlyDictionary<Guid, string> Labels);

internal interface IBoxes
{
    ValueTask<BoxView> ReadAsync(CancellationToken cancellationToken);
}

internal sealed class BoxSnapshot(IServiceScopeFactory scopes, Faults faults, ILogger<BoxSnapshot> logger)
    : Snapshot<BoxesDbContext, Guid, Box, BoxView>(scopes, logger),
        IBoxes
{
    protected override bool TryParseKey(string aggregateId, out Guid key) => Guid.TryParse(aggregateId, out key);

    protected override Guid KeyOf(Box row) => row.Id;

    protected override async Task<List<Box>> ReadRowsAsync(
        BoxesDbContext context,
        IReadOnlyCollection<Guid>? keys,
        CancellationToken cancellationToken
    )
    {
        faults.Loads.Enqueue(keys?.Count);
        if (faults.OfLoad is { } fault)
            throw fault;
        var boxes = context.Boxes.AsNoTracking();
        if (keys is not null)
            boxes = boxes.Where(box => keys.Contains(box.Id));
        return await boxes.ToListAsync(cancellationToken);
    }

    protected override BoxView MakeView(string version, IEnumerable<Box> rows) =>
        new(version, rows.ToDictionary(box => box.Id, box => box.Label));
}
