using Homeward.Cases.Agencies;
using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Rescues;

sealed class RescueTables : IEntityTypeConfiguration<Rescue>, IEntityTypeConfiguration<RescueTime>
{
    public void Configure(EntityTypeBuilder<Rescue> builder)
    {
        builder.HoldsFacts("rescues", it => it.Id)
            .Refers<Rescue, Person>(it => it.Person)
            .Refers<Rescue, CustodyRow>(it => it.Custody)
            .Refers<Rescue, Region>(it => it.Region)
            .Refers<Rescue, Agency>(it => it.Unit)
            .Refers<Rescue, User>(it => it.By)
            .Supersedes(it => it.Supersedes);
        builder.ToTable(it =>
            it.HasCheckConstraint("ck_rescues_age", "age_days_least >= 0 AND age_days_least <= age_days_most"));
    }

    public void Configure(EntityTypeBuilder<RescueTime> builder) => builder.IsView("rescue_times");
}
