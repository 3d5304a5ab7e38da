using Homeward.Cases.Agencies;
using Homeward.Cases.Detentions;
using Homeward.Cases.Operations;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Detentions;

sealed class DetentionTables : IEntityTypeConfiguration<Detention>
{
    public void Configure(EntityTypeBuilder<Detention> builder)
    {
        builder.HoldsFacts("detentions", it => it.Id)
            .Refers<Detention, Person>(it => it.Person)
            .Refers<Detention, Agency>(it => it.Authority)
            .Refers<Detention, Operation>(it => it.During)
            .Refers<Detention, User>(it => it.By)
            .Supersedes(it => it.Corrects)
            .HasIndex(it => new { it.Person, it.Since });
        builder.ToTable(it => it.HasCheckConstraint("ck_detentions_begun", "since <= \"at\""));
    }
}
