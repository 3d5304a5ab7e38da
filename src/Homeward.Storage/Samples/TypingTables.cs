using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Samples;

sealed class TypingTables :
    IEntityTypeConfiguration<Typing>,
    IEntityTypeConfiguration<TypingAcceptance>,
    IEntityTypeConfiguration<TypingWithdrawal>,
    IEntityTypeConfiguration<LiveTyping>,
    IEntityTypeConfiguration<GeneDonor>
{
    public void Configure(EntityTypeBuilder<Typing> builder)
    {
        builder.HoldsFacts("typings", it => it.Accession)
            .Refers<Typing, Sample>(it => it.Sample)
            .Refers<Typing, Agency>(it => it.Laboratory)
            .Refers<Typing, User>(it => it.By)
            .HasIndex(it => new { it.Sample, it.Ordinal }).IsUnique();
        builder.ToTable(it => it.HasCheckConstraint(
            "ck_typings_accession", $"length(accession) = {AccessionNumber.Characters}"));
    }

    public void Configure(EntityTypeBuilder<TypingAcceptance> builder) =>
        builder.HoldsFacts("typing_acceptances", it => it.Accession)
            .Refers<TypingAcceptance, Typing>(it => it.Accession)
            .Supersedes(it => it.Supersedes);

    public void Configure(EntityTypeBuilder<TypingWithdrawal> builder) =>
        builder.HoldsFacts("typing_withdrawals", it => it.Accession)
            .Refers<TypingWithdrawal, Typing>(it => it.Accession);

    public void Configure(EntityTypeBuilder<LiveTyping> builder) => builder.IsView("live_typings");

    public void Configure(EntityTypeBuilder<GeneDonor> builder) =>
        builder.HoldsFacts("gene_donors", it => it.Person)
            .Refers<GeneDonor, Person>(it => it.Person)
            .HasIndex(it => it.Donor).IsUnique();
}
