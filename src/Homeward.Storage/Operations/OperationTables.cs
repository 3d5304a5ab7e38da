using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Operations;
using Homeward.Cases.Rescues;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Operations;

sealed class OperationTables :
    IEntityTypeConfiguration<Operation>, IEntityTypeConfiguration<Participant>,
    IEntityTypeConfiguration<BedReservation>, IEntityTypeConfiguration<BedRelease>,
    IEntityTypeConfiguration<OperationRescue>
{
    public void Configure(EntityTypeBuilder<Operation> builder)
    {
        builder.HoldsFacts("operations", it => it.Id)
            .Refers<Operation, Agency>(it => it.Lead)
            .Refers<Operation, User>(it => it.Author)
            // Not unique: to be told that a code is taken is to be told of a hidden operation.
            .HasIndex(it => it.Code);
        builder.ToTable(it => it.HasCheckConstraint("ck_operations_children", "expected_children >= 0"));
    }

    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.HoldsFacts("operation_participants", it => it.Id)
            .Refers<Participant, Operation>(it => it.Operation)
            .Refers<Participant, Agency>(it => it.Agency)
            .Refers<Participant, Region>(it => it.Region)
            .Refers<Participant, User>(it => it.InvitedBy)
            .HasIndex(it => new { it.Operation, it.Agency, it.Region }).IsUnique();
        builder.ToTable(it => it.HasCheckConstraint("ck_operation_participants_size", "forces >= 0"));
    }

    public void Configure(EntityTypeBuilder<BedReservation> builder)
    {
        builder.HoldsFacts("bed_reservations", it => it.Id)
            .Refers<BedReservation, Operation>(it => it.Operation)
            .Refers<BedReservation, Facility>(it => it.Facility)
            .Refers<BedReservation, User>(it => it.By);
        builder.ToTable(it =>
        {
            it.HasCheckConstraint("ck_bed_reservations_number", "beds > 0");
            it.HasCheckConstraint("ck_bed_reservations_time", "\"until\" > \"at\"");
        });
    }

    public void Configure(EntityTypeBuilder<BedRelease> builder) =>
        builder.HoldsFacts("bed_releases", it => it.Reservation)
            .Refers<BedRelease, BedReservation>(it => it.Reservation)
            .Refers<BedRelease, Operation>(it => it.Operation)
            .Refers<BedRelease, User>(it => it.By);

    public void Configure(EntityTypeBuilder<OperationRescue> builder) =>
        builder.HoldsFacts("operation_rescues", it => it.Rescue)
            .Refers<OperationRescue, Rescue>(it => it.Rescue)
            .Refers<OperationRescue, Operation>(it => it.Operation)
            .Refers<OperationRescue, User>(it => it.By);
}
