using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Jurisdictions;

sealed class ClockTables : IEntityTypeConfiguration<Clock>, IEntityTypeConfiguration<ClockEvent>
{
    const int MostCharactersOfCode = 40;
    const int MostCharactersOfBasis = 1000;

    public void Configure(EntityTypeBuilder<Clock> builder)
    {
        builder.HoldsFacts("clocks", it => it.Id).Refers<Clock, Person>(it => it.Subject);
        builder.HasIndex(it => it.Due);
        builder.Property(it => it.Profile).HasMaxLength(MostCharactersOfCode);
        builder.Property(it => it.Basis).HasMaxLength(MostCharactersOfBasis);
    }

    public void Configure(EntityTypeBuilder<ClockEvent> builder)
    {
        builder.HoldsFacts("clock_events", it => new { it.Clock, it.Number });
        builder.Refers<ClockEvent, Clock>(it => it.Clock);
        builder.Property(it => it.Order).HasMaxLength(MostCharactersOfCode).HasColumnName("order_number");
    }
}
