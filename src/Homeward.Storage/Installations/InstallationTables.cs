using Homeward.Cases.Installations;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Installations;

sealed class InstallationTables : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder)
    {
        builder.HoldsFacts("installations", it => it.Id);
        builder.Property(it => it.Id).ValueGeneratedNever();
        builder.ToTable(it => it.HasCheckConstraint("ck_installations_one", "id = 1"));
    }
}
