using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Investigations;

sealed class InvestigationTables : IEntityTypeConfiguration<Investigation>
{
    public void Configure(EntityTypeBuilder<Investigation> builder)
    {
        builder.HoldsFacts("investigations", it => it.Id)
            .Refers<Investigation, Agency>(it => it.Lead)
            .Refers<Investigation, User>(it => it.By);
        builder.HasIndex(it => new { it.Lead, it.Number }).IsUnique();
    }
}
