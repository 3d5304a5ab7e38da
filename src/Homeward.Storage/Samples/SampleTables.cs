using Homeward.Cases.Agencies;
using Homeward.Cases.Consents;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Samples;

sealed class SampleTables : IEntityTypeConfiguration<Sample>, IEntityTypeConfiguration<Handover>
{
    public void Configure(EntityTypeBuilder<Sample> builder)
    {
        builder.HoldsFacts("samples", it => it.Id)
            .Refers<Sample, Person>(it => it.Person)
            .Refers<Sample, Consent>(it => it.Consent)
            .Refers<Sample, User>(it => it.By);
        builder.HasIndex(it => it.Label).IsUnique();
        builder.HasIndex(it => it.Seal).IsUnique();
        builder.ToTable(it => it.HasCheckConstraint("ck_samples_taken", "taken <= \"at\""));
    }

    public void Configure(EntityTypeBuilder<Handover> builder)
    {
        builder.HoldsFacts("sample_handovers", it => new { it.Sample, it.Ordinal })
            .Refers<Handover, Sample>(it => it.Sample)
            .Refers<Handover, User>(it => it.From)
            .Refers<Handover, User>(it => it.To);
        builder.ToTable(it => it.HasCheckConstraint("ck_sample_handovers_hands", "from_id <> to_id"));
    }
}
