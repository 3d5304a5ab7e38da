using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Access;

sealed class GrantTables : IEntityTypeConfiguration<Grant>, IEntityTypeConfiguration<GrantEnd>
{
    static readonly long Longest = GrantRules.Longest.Ticks / TimeSpan.TicksPerMicrosecond;

    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.HoldsFacts("grants", it => it.Id)
            .Refers<Grant, User>(it => it.User)
            .Refers<Grant, Agency>(it => it.Agency)
            .Refers<Grant, Region>(it => it.Region)
            .Refers<Grant, User>(it => it.GrantedBy);
        builder.ToTable(table =>
        {
            table.HasCheckConstraint("ck_grants_time", $"until > since AND until - since <= {Longest}");
            table.HasCheckConstraint("ck_grants_not_to_oneself", "granted_by_id <> user_id");
            table.HasCheckConstraint(
                "ck_grants_first",
                $"granted_by_id IS NOT NULL OR (id = '{Grant.First.Value}' AND role = 'Administrator')");
        });
    }

    public void Configure(EntityTypeBuilder<GrantEnd> builder) =>
        builder.HoldsFacts("grant_ends", it => it.Grant)
            .Refers<GrantEnd, Grant>(it => it.Grant)
            .Refers<GrantEnd, User>(it => it.By);
}
