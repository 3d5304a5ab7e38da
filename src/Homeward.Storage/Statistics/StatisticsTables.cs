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
        // All that figures are made of, in the order in which they are added up: the lines themselves are not read.
        builder.HasIndex(it => new
        {
            it.Metric,
            it.Version,
            it.Lead,
            it.Operation,
            it.OccurredOn,
            it.Number,
            it.Delta,
            it.Strength,
            it.Sex,
            it.BornEarliest,
            it.BornLatest,
        }).HasDatabaseName("ix_count_entries_figures");
        builder.Property(it => it.Subject).HasMaxLength(CountKey.MostCharacters);
        builder.Property(it => it.Citizenship).HasMaxLength(3);
        builder.Property(it => it.Offence).HasMaxLength(MostCharactersOfCode);
    }
}
