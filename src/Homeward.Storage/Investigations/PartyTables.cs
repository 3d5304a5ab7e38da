using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Investigations;

sealed class PartyTables :
    IEntityTypeConfiguration<PartyLink>,
    IEntityTypeConfiguration<Acquittal>,
    IEntityTypeConfiguration<Clearing>,
    IEntityTypeConfiguration<ClearingConfirmation>
{
    public void Configure(EntityTypeBuilder<PartyLink> builder)
    {
        builder.HoldsFacts("party_links", it => it.Id)
            .Refers<PartyLink, Person>(it => it.Person)
            .Refers<PartyLink, Investigation>(it => it.Investigation)
            .Refers<PartyLink, Rescue>(it => it.Rescue)
            .Refers<PartyLink, User>(it => it.By);
        builder.ToTable(it => it.HasCheckConstraint(
            "ck_party_links_to_what",
            "(role = 'FoundWith') = (rescue_id IS NOT NULL) AND (rescue_id IS NULL) = (investigation_id IS NOT NULL)"));
    }

    public void Configure(EntityTypeBuilder<Acquittal> builder)
    {
        builder.HoldsFacts("acquittals", it => it.Link)
            .Refers<Acquittal, PartyLink>(it => it.Link)
            .Refers<Acquittal, Agency>(it => it.Court)
            .Refers<Acquittal, User>(it => it.By);
        builder.ToTable(it => it.HasCheckConstraint("ck_acquittals_judgment", "judgment <> ''"));
    }

    public void Configure(EntityTypeBuilder<Clearing> builder)
    {
        builder.HoldsFacts("clearings", it => it.Id)
            .Refers<Clearing, PartyLink>(it => it.Link)
            .Refers<Clearing, User>(it => it.By)
            .Refers<Clearing, Agency>(it => it.Agency);
        builder.ToTable(it => it.HasCheckConstraint("ck_clearings_grounds", "grounds <> ''"));
    }

    public void Configure(EntityTypeBuilder<ClearingConfirmation> builder) =>
        builder.HoldsFacts("clearing_confirmations", it => it.Clearing)
            .Refers<ClearingConfirmation, Clearing>(it => it.Clearing)
            .Refers<ClearingConfirmation, User>(it => it.By)
            .Refers<ClearingConfirmation, Agency>(it => it.Agency);
}
