using Homeward.Cases.Audit;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Audit;

sealed class DoneActTable : IEntityTypeConfiguration<DoneAct>
{
    public void Configure(EntityTypeBuilder<DoneAct> builder) => builder.HoldsFacts("done_acts", it => it.Act);
}
