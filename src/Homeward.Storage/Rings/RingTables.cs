using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Cases.Rings;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Rings;

sealed class RingTables :
    IEntityTypeConfiguration<Ring>,
    IEntityTypeConfiguration<RingMembership>,
    IEntityTypeConfiguration<RingStep>,
    IEntityTypeConfiguration<RingStep.Proposed>,
    IEntityTypeConfiguration<RingStep.BrokenUp>,
    IEntityTypeConfiguration<RingStep.Resurfaced>,
    IEntityTypeConfiguration<RingStep.Separated>,
    IEntityTypeConfiguration<RingStep.Merged>
{
    public void Configure(EntityTypeBuilder<Ring> builder) =>
        builder.HoldsFacts("rings", it => it.Id)
            .Refers<Ring, User>(it => it.By)
            .HasIndex(it => it.CodeName).IsUnique();

    public void Configure(EntityTypeBuilder<RingMembership> builder)
    {
        builder.HoldsFacts("ring_memberships", it => it.Id)
            .Refers<RingMembership, Ring>(it => it.Ring)
            .Refers<RingMembership, Person>(it => it.Person)
            .Refers<RingMembership, User>(it => it.By)
            .HasIndex(it => new { it.Ring, it.Person, it.At }).IsUnique();
        builder.ToTable(it => it.HasCheckConstraint("ck_ring_memberships_days", "known_from <= known_to"));
    }

    public void Configure(EntityTypeBuilder<RingStep> builder)
    {
        builder.HoldsFacts("ring_steps", it => it.Id)
            .Refers<RingStep, Ring>(it => it.Ring)
            .Refers<RingStep, User>(it => it.By)
            .HasIndex(it => new { it.Ring, it.At }).IsUnique();
        builder.HasDiscriminator<string>("kind")
            .HasValue<RingStep.Proposed>("Proposed")
            .HasValue<RingStep.BrokenUp>("BrokenUp")
            .HasValue<RingStep.Resurfaced>("Resurfaced")
            .HasValue<RingStep.Merged>("Merged")
            .HasValue<RingStep.Separated>("Separated");
        builder.ToTable(it =>
        {
            it.HasCheckConstraint(
                "ck_ring_steps_broken_up",
                "(kind = 'BrokenUp') = (proposal IS NOT NULL AND organisers IS NOT NULL "
                + "AND organisers_detained IS NOT NULL AND core IS NOT NULL AND core_detained IS NOT NULL)");
            it.HasCheckConstraint(
                "ck_ring_steps_criteria",
                "kind <> 'BrokenUp' OR (organisers > 0 AND organisers_detained = organisers AND core >= organisers "
                + $"AND core_detained * 100 >= core * {BreakUpCriteria.CoreShare})");
            it.HasCheckConstraint(
                "ck_ring_steps_resurfaced", "(kind IN ('Resurfaced', 'Separated')) = (basis IS NOT NULL)");
            it.HasCheckConstraint(
                "ck_ring_steps_merged",
                "(kind = 'Merged') = (into_id IS NOT NULL) AND (into_id IS NULL OR into_id <> ring_id)");
        });
    }

    public void Configure(EntityTypeBuilder<RingStep.Proposed> builder) =>
        builder.Refers<RingStep.Proposed, Operation>(it => it.During)
            .Property(it => it.During).HasColumnName("during");

    public void Configure(EntityTypeBuilder<RingStep.BrokenUp> builder) =>
        // The column is that of the proposal, and so is its reference.
        builder.Refers<RingStep.BrokenUp, RingStep>(it => it.Proposal)
            .Property(it => it.During).HasColumnName("during");

    public void Configure(EntityTypeBuilder<RingStep.Resurfaced> builder) =>
        builder.Property(it => it.Basis).HasColumnName("basis");

    public void Configure(EntityTypeBuilder<RingStep.Separated> builder) =>
        builder.Property(it => it.Basis).HasColumnName("basis");

    public void Configure(EntityTypeBuilder<RingStep.Merged> builder) =>
        builder.Refers<RingStep.Merged, Ring>(it => it.Into);
}
