using Homeward.Cases.Agencies;
using Homeward.Cases.Operations;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Operations;

/// <summary>One table for all kinds of steps, one for all answers; each kind fills its own columns.</summary>
sealed class OperationStepTables :
    IEntityTypeConfiguration<OperationStep>, IEntityTypeConfiguration<OperationStep.Aborted>,
    IEntityTypeConfiguration<OperationStep.Reopened>, IEntityTypeConfiguration<ParticipantAnswer>
{
    public void Configure(EntityTypeBuilder<OperationStep> builder)
    {
        builder.HoldsFacts("operation_steps", it => it.Id)
            .Refers<OperationStep, Operation>(it => it.Operation)
            .Refers<OperationStep, User>(it => it.By)
            // What is decided has an order; the phase is computed by it.
            .HasIndex(it => new { it.Operation, it.At }).IsUnique();
        builder.HasDiscriminator<string>("kind")
            .HasValue<OperationStep.Rescheduled>("Rescheduled")
            .HasValue<OperationStep.Authorised>("Authorised")
            .HasValue<OperationStep.Aborted>("Aborted")
            .HasValue<OperationStep.Secured>("Secured")
            .HasValue<OperationStep.Reported>("Reported")
            .HasValue<OperationStep.Closed>("Closed")
            .HasValue<OperationStep.Reopened>("Reopened");
        builder.ToTable(it =>
        {
            it.HasCheckConstraint("ck_operation_steps_moved", "(kind = 'Rescheduled') = (h_hour IS NOT NULL)");
            it.HasCheckConstraint("ck_operation_steps_told", "(kind = 'Reported') = (bulletin IS NOT NULL)");
            it.HasCheckConstraint(
                "ck_operation_steps_why", "(kind IN ('Aborted', 'Reopened')) = (reason IS NOT NULL)");
        });
    }

    public void Configure(EntityTypeBuilder<OperationStep.Aborted> builder) =>
        builder.Property(it => it.Reason).HasColumnName("reason");

    public void Configure(EntityTypeBuilder<OperationStep.Reopened> builder) =>
        builder.Property(it => it.Reason).HasColumnName("reason");

    public void Configure(EntityTypeBuilder<ParticipantAnswer> builder)
    {
        builder.HoldsFacts("participant_answers", it => it.Id)
            .Refers<ParticipantAnswer, Operation>(it => it.Operation)
            .Refers<ParticipantAnswer, Participant>(it => it.Participant)
            .Refers<ParticipantAnswer, User>(it => it.By)
            .HasIndex(it => new { it.Participant, it.At }).IsUnique();
        builder.HasDiscriminator<string>("kind")
            .HasValue<ParticipantAnswer.Accepted>("Accepted")
            .HasValue<ParticipantAnswer.Declined>("Declined")
            .HasValue<ParticipantAnswer.Confirmed>("Confirmed");
        builder.ToTable(it => it.HasCheckConstraint(
            "ck_participant_answers_numbers",
            "(kind = 'Confirmed') = (children IS NOT NULL) AND (kind = 'Confirmed') = (suspects IS NOT NULL)"));
    }
}
