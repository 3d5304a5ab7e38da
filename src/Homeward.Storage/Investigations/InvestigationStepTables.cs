using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Investigations;

sealed class InvestigationStepTables :
    IEntityTypeConfiguration<InvestigationOffence>, IEntityTypeConfiguration<InvestigationStep>,
    IEntityTypeConfiguration<InvestigationStep.Reopened>, IEntityTypeConfiguration<InvestigationStep.Merged>,
    IEntityTypeConfiguration<InvestigationStep.Separated>
{
    public void Configure(EntityTypeBuilder<InvestigationOffence> builder) =>
        builder.HoldsFacts("investigation_offences", it => new { it.Investigation, it.Code })
            .Refers<InvestigationOffence, Investigation>(it => it.Investigation);

    public void Configure(EntityTypeBuilder<InvestigationStep> builder)
    {
        builder.HoldsFacts("investigation_steps", it => it.Id)
            .Refers<InvestigationStep, Investigation>(it => it.Investigation)
            .Refers<InvestigationStep, User>(it => it.By)
            .HasIndex(it => new { it.Investigation, it.At }).IsUnique();
        builder.HasDiscriminator<string>("kind")
            .HasValue<InvestigationStep.Solved>("Solved")
            .HasValue<InvestigationStep.Reopened>("Reopened")
            .HasValue<InvestigationStep.Merged>("Merged")
            .HasValue<InvestigationStep.Separated>("Separated");
        builder.ToTable(it =>
        {
            it.HasCheckConstraint(
                "ck_investigation_steps_why", "(kind IN ('Reopened', 'Separated')) = (reason IS NOT NULL)");
            it.HasCheckConstraint(
                "ck_investigation_steps_merged",
                "(kind = 'Merged') = (into_id IS NOT NULL) AND (into_id IS NULL OR into_id <> investigation_id)");
        });
    }

    public void Configure(EntityTypeBuilder<InvestigationStep.Reopened> builder) =>
        builder.Property(it => it.Reason).HasColumnName("reason");

    public void Configure(EntityTypeBuilder<InvestigationStep.Separated> builder) =>
        builder.Property(it => it.Reason).HasColumnName("reason");

    public void Configure(EntityTypeBuilder<InvestigationStep.Merged> builder) =>
        builder.Refers<InvestigationStep.Merged, Investigation>(it => it.Into);
}
