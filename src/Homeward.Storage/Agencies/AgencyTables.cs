using Homeward.Cases.Agencies;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Agencies;

sealed class AgencyTables :
    IEntityTypeConfiguration<Region>, IEntityTypeConfiguration<Agency>, IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<Region> builder) =>
        builder.HoldsFacts("regions", it => it.Code).Refers<Region, Region>(it => it.Parent);

    public void Configure(EntityTypeBuilder<Agency> builder) =>
        builder.IsEdited("agencies", it => it.Id)
            .Refers<Agency, Region>(it => it.Region)
            .Refers<Agency, Agency>(it => it.Parent);

    public void Configure(EntityTypeBuilder<User> builder) =>
        builder.HoldsFacts("users", it => it.Id).Refers<User, Agency>(it => it.Agency);
}
