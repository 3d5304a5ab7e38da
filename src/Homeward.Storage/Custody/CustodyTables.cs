using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.Emergencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Custody;

sealed class CustodyTables :
    IEntityTypeConfiguration<CustodyRow>,
    IEntityTypeConfiguration<CurrentCustody>,
    IEntityTypeConfiguration<HouseholdMember>,
    IEntityTypeConfiguration<Acceptance>,
    IEntityTypeConfiguration<BedEscalation>,
    IEntityTypeConfiguration<RefusedScreening>,
    IEntityTypeConfiguration<EmergencyTask>,
    IEntityTypeConfiguration<EmergencyTaskDone>
{
    public void Configure(EntityTypeBuilder<CustodyRow> builder)
    {
        builder.HoldsFacts("custodies", it => it.Id)
            .Refers<CustodyRow, Person>(it => it.Person)
            .Refers<CustodyRow, Agency>(it => it.Agency)
            .Refers<CustodyRow, Facility>(it => it.Facility)
            .Refers<CustodyRow, Person>(it => it.Carer)
            .Refers<CustodyRow, Acceptance>(it => it.Acceptance)
            .Refers<CustodyRow, User>(it => it.By)
            .Refers<CustodyRow, CustodyRow>(it => it.Origin)
            .Supersedes(it => it.Supersedes);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("ck_custodies_begun", "since <= at");
            table.HasCheckConstraint("ck_custodies_origin", "(origin_id = id) = (supersedes_id IS NULL)");
            table.HasCheckConstraint(
                "ck_custodies_acceptance",
                "acceptance_id IS NOT NULL"
                + " OR kind NOT IN ('WelfareInstitution', 'RescueStation', 'FosterFamily', 'ForeignAuthority')");
            table.HasCheckConstraint(
                "ck_custodies_facility",
                "facility_id IS NOT NULL OR kind NOT IN ('WelfareInstitution', 'RescueStation', 'Hospital')");
            table.HasCheckConstraint("ck_custodies_foster", "carer_id IS NOT NULL OR kind <> 'FosterFamily'");
            table.HasCheckConstraint(
                "ck_custodies_nobody",
                "(carer_id IS NULL AND facility_id IS NULL AND acceptance_id IS NULL)"
                + " OR kind NOT IN ('Independent', 'MissingAgain', 'Deceased', 'Unsettled')");
            table.HasCheckConstraint(
                "ck_custodies_incident", "kind = 'Unsettled' OR reason NOT IN ('AdverseLink', 'ReturnedToBuyer')");
        });
    }

    public void Configure(EntityTypeBuilder<CurrentCustody> builder) => builder.IsView("current_custodies");

    public void Configure(EntityTypeBuilder<HouseholdMember> builder) =>
        builder.HoldsFacts("household_members", it => new { it.Custody, it.Member })
            .Refers<HouseholdMember, CustodyRow>(it => it.Custody)
            .Refers<HouseholdMember, Person>(it => it.Member);

    public void Configure(EntityTypeBuilder<Acceptance> builder)
    {
        builder.HoldsFacts("acceptances", it => it.Id)
            .Refers<Acceptance, Person>(it => it.Person)
            .Refers<Acceptance, Agency>(it => it.Agency)
            .Refers<Acceptance, Facility>(it => it.Facility)
            .Refers<Acceptance, User>(it => it.By);
        builder.ToTable(it => it.HasCheckConstraint("ck_acceptances_notice", "notice <> ''"));
    }

    public void Configure(EntityTypeBuilder<RefusedScreening> builder) =>
        // The person to be looked after may be new, and then the refused act has not recorded it.
        builder.HoldsFacts("refused_screenings", it => it.Id)
            .Refers<RefusedScreening, Person>(it => it.Named)
            .Refers<RefusedScreening, User>(it => it.By);

    public void Configure(EntityTypeBuilder<BedEscalation> builder) =>
        builder.HoldsFacts("bed_escalations", it => it.Id)
            .Refers<BedEscalation, Person>(it => it.Person)
            .Refers<BedEscalation, Region>(it => it.Region)
            .Refers<BedEscalation, User>(it => it.By);

    public void Configure(EntityTypeBuilder<EmergencyTask> builder) =>
        builder.IsKeptByRules("emergency_tasks", it => it.Cause)
            .Refers<EmergencyTask, Person>(it => it.Person)
            .Refers<EmergencyTask, Facility>(it => it.Facility);

    public void Configure(EntityTypeBuilder<EmergencyTaskDone> builder) =>
        builder.HoldsFacts("emergency_tasks_done", it => it.Cause)
            .Refers<EmergencyTaskDone, EmergencyTask>(it => it.Cause)
            .Refers<EmergencyTaskDone, User>(it => it.By);
}
