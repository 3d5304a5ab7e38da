using Homeward.Cases.Agencies;
using Homeward.Cases.Families;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Families;

sealed class FamilySearchTables :
    IEntityTypeConfiguration<FamilyStep>,
    IEntityTypeConfiguration<GeneFamilyLink>,
    IEntityTypeConfiguration<FamilyVersion>,
    IEntityTypeConfiguration<FamilyDelivery>
{
    public void Configure(EntityTypeBuilder<FamilyStep> builder)
    {
        builder.HoldsFacts("family_steps", it => new { it.Family, it.Ordinal })
            .Refers<FamilyStep, Family>(it => it.Family)
            .Refers<FamilyStep, User>(it => it.By);
        builder.ToTable(it =>
            it.HasCheckConstraint("ck_family_steps_why", "(kind = 'Held') = (markers IS NOT NULL)"));
    }

    public void Configure(EntityTypeBuilder<GeneFamilyLink> builder) =>
        builder.HoldsFacts("gene_families", it => it.Family)
            .Refers<GeneFamilyLink, Family>(it => it.Family)
            .HasIndex(it => it.GeneFamily).IsUnique();

    public void Configure(EntityTypeBuilder<FamilyVersion> builder) =>
        builder.HoldsFacts("family_versions", it => new { it.GeneFamily, it.Version });

    public void Configure(EntityTypeBuilder<FamilyDelivery> builder) =>
        builder.HoldsFacts("family_deliveries", it => new { it.GeneFamily, it.Version });
}
