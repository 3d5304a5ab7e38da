using Homeward.Cases.Agencies;
using Homeward.Cases.Consents;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Samples;

sealed class ConsentTables :
    IEntityTypeConfiguration<Consent>,
    IEntityTypeConfiguration<ConsentScope>,
    IEntityTypeConfiguration<ConsentWithdrawal>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.HoldsFacts("consents", it => it.Id)
            .Refers<Consent, Person>(it => it.Person)
            .Refers<Consent, Person>(it => it.GivenBy)
            .Refers<Consent, User>(it => it.By);
        builder.ToTable(it =>
        {
            it.HasCheckConstraint("ck_consents_given", "given <= \"at\"");
            it.HasCheckConstraint(
                "ck_consents_by_whom",
                """
                (basis <> 'Law' OR given_by_id IS NULL)
                AND (basis <> 'Donor' OR given_by_id IS NOT NULL AND given_by_id = person_id)
                AND (basis <> 'Guardian' OR given_by_id IS NULL OR given_by_id <> person_id)
                """);
        });
    }

    public void Configure(EntityTypeBuilder<ConsentScope> builder) =>
        builder.HoldsFacts("consent_scopes", it => new { it.Consent, it.Use })
            .Refers<ConsentScope, Consent>(it => it.Consent);

    public void Configure(EntityTypeBuilder<ConsentWithdrawal> builder) =>
        builder.HoldsFacts("consent_withdrawals", it => it.Consent)
            .Refers<ConsentWithdrawal, Consent>(it => it.Consent)
            .Refers<ConsentWithdrawal, User>(it => it.By);
}
