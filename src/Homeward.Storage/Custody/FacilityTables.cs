using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Custody;

sealed class FacilityTables :
    IEntityTypeConfiguration<Facility>,
    IEntityTypeConfiguration<BedGuard>,
    IEntityTypeConfiguration<Duty>,
    IEntityTypeConfiguration<DutyEnd>
{
    public void Configure(EntityTypeBuilder<Facility> builder)
    {
        builder.IsEdited("facilities", it => it.Id)
            .Refers<Facility, Agency>(it => it.Agency)
            .Refers<Facility, Region>(it => it.Region);
        builder.ToTable(it => it.HasCheckConstraint("ck_facilities_some_beds", "beds >= 0"));
    }

    public void Configure(EntityTypeBuilder<BedGuard> builder) =>
        builder.IsKeptByRules("bed_guards", it => it.Facility).Refers<BedGuard, Facility>(it => it.Facility);

    public void Configure(EntityTypeBuilder<Duty> builder) =>
        builder.HoldsFacts("duties", it => it.Id)
            .Refers<Duty, Facility>(it => it.Facility)
            .Refers<Duty, Person>(it => it.Person)
            .Refers<Duty, User>(it => it.By);

    public void Configure(EntityTypeBuilder<DutyEnd> builder) =>
        builder.HoldsFacts("duty_ends", it => it.Duty)
            .Refers<DutyEnd, Duty>(it => it.Duty)
            .Refers<DutyEnd, User>(it => it.By);
}
