using Homeward.Cases.Agencies;
using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Families;

sealed class FamilyTables :
    IEntityTypeConfiguration<Family>,
    IEntityTypeConfiguration<FamilyMember>,
    IEntityTypeConfiguration<MissingReport>
{
    public void Configure(EntityTypeBuilder<Family> builder) =>
        builder.HoldsFacts("families", it => it.Id)
            .Refers<Family, User>(it => it.By)
            .HasIndex(it => it.Code).IsUnique();

    public void Configure(EntityTypeBuilder<FamilyMember> builder)
    {
        builder.HoldsFacts("family_members", it => new { it.Family, it.Name })
            .Refers<FamilyMember, Family>(it => it.Family)
            .Refers<FamilyMember, Person>(it => it.Person);
        builder.ToTable(it =>
        {
            it.HasCheckConstraint("ck_family_members_parents", "(father IS NULL) = (mother IS NULL)");
            it.HasCheckConstraint("ck_family_members_missing", "NOT is_missing OR sample IS NULL");
        });
    }

    public void Configure(EntityTypeBuilder<MissingReport> builder)
    {
        builder.HoldsFacts("missing_reports", it => it.Id)
            .Refers<MissingReport, Agency>(it => it.Agency)
            .Refers<MissingReport, Person>(it => it.Missing)
            .Refers<MissingReport, Family>(it => it.Family)
            .Refers<MissingReport, Region>(it => it.Region)
            .Refers<MissingReport, User>(it => it.By)
            .Supersedes(it => it.Supersedes);
        builder.Ignore(it => it.LastSeen);
        builder.HasIndex(it => new { it.Agency, it.Number });
        builder.ToTable(it => it.HasCheckConstraint("ck_missing_reports_seen", "seen_earliest <= seen_latest"));
    }
}
