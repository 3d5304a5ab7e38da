using Homeward.Cases.Custody;
using Homeward.Cases.Operations;
using Homeward.Cases.Time;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Custody;

/// <summary>Beds held for an operation, from when until when.</summary>
sealed record BedHold
{
    public required OperationId Operation { get; init; }
    public required FacilityId Facility { get; init; }
    public required int Beds { get; init; }
    public required Instant HeldFrom { get; init; }
    public required Instant HeldUntil { get; init; }

    public sealed class Table : IEntityTypeConfiguration<BedHold>
    {
        public void Configure(EntityTypeBuilder<BedHold> builder) => builder.IsView("bed_holds");
    }
}

/// <summary>Beds that people of an operation have: they use up what was held.</summary>
sealed record BedUse
{
    public required OperationId Operation { get; init; }
    public required FacilityId Facility { get; init; }
    public required long Beds { get; init; }

    public sealed class Table : IEntityTypeConfiguration<BedUse>
    {
        public void Configure(EntityTypeBuilder<BedUse> builder) => builder.IsView("bed_uses");
    }
}
