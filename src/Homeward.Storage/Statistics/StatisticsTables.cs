using Homeward.Cases.Statistics;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Statistics;

sealed class StatisticsTables : IEntityTypeConfiguration<CountEntry>
{
    const int MostCharactersOfCode = 40;

    public void Configure(EntityTypeBuilder<CountEntry> builder)
    {
        builder.HoldsFacts("count_entries", it => it.Number);
        builder.Property(it => it.Number).ValueGeneratedOnAdd();
        builder.Ignore(it => it.Key).Ignore(it => it.Counts).Ignore(it => it.What);
        // The subject first: a fact is looked up by it, whatever the metric.
        builder.HasIndex(it => new { it.Subject, it.Metric, it.Version, it.Ordinal }).IsUnique();
        builder.Property(it => it.Subject).HasMaxLength(CountKey.MostCharacters);
        builder.Property(it => it.Citizenship).HasMaxLength(3);
        builder.Property(it => it.Offence).HasMaxLength(MostCharactersOfCode);
    }
}
