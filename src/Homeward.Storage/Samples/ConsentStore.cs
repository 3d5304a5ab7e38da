using Homeward.Cases.Access;
using Homeward.Cases.Consents;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Families;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Samples;

/// <summary>What samples of people may be taken and used for.</summary>
public sealed class ConsentStore(CaseSession session)
{
    /// <param name="consent">Signed by whoever the legal basis asks.</param>
    /// <param name="uses">What it is for; nothing is added later.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Outcome<Consent>> GiveAsync(
        Consent consent, IReadOnlyCollection<SampleUse> uses, CancellationToken cancel) =>
        session.ActAsync<Consent>(
            new(Permission.RecordSample, FieldClasses.Identifying, consent.Person.Value, consent.Id.Value),
            context => Task.FromResult(Given(context, consent, uses)),
            cancel);

    /// <summary>Several, all for the same uses: all of them or none.</summary>
    public Task<Outcome<Consent[]>> GiveAllAsync(
        IReadOnlyList<Consent> consents, IReadOnlyCollection<SampleUse> uses, CancellationToken cancel) =>
        session.ActAsync<Consent[]>(
            new(
                Permission.RecordSample, FieldClasses.Identifying,
                [.. consents.SelectMany(it => new[] { it.Person.Value, it.Id.Value }).Distinct()]),
            context =>
            {
                var given = new List<Consent>();
                foreach (var consent in consents)
                {
                    var signed = Given(context, consent, uses);
                    if (!signed.IsAllowed) return Task.FromResult<Outcome<Consent[]>>(signed.Refusal);
                    given.Add(signed.Value);
                }
                return Task.FromResult<Outcome<Consent[]>>(given.ToArray());
            },
            cancel);

    /// <summary>Takes a consent back. What rests on it is not searched any more; the gene database hears of it by
    /// the next round of the carrier, and is asked at once where both are open.</summary>
    public Task<Outcome<ConsentWithdrawal>> WithdrawAsync(ConsentId consent, CancellationToken cancel) =>
        session.ActAsync<ConsentWithdrawal>(
            new(Permission.RecordSample, FieldClasses.Internal, consent.Value),
            async context =>
            {
                if (!await context.Set<Consent>().AnyAsync(it => it.Id == consent, cancel))
                    return new SampleRefusal.NoConsent();
                if (await context.Set<ConsentWithdrawal>().AnyAsync(it => it.Consent == consent, cancel))
                    return new SampleRefusal.Withdrawn();
                var withdrawal = new ConsentWithdrawal
                {
                    Consent = consent,
                    By = session.Actor.User,
                    At = session.Now,
                };
                context.Add(withdrawal);
                await context.SaveChangesAsync(cancel);
                var donors = await context.Set<Sample>().Where(it => it.Consent == consent)
                    .Select(it => it.Person).ToListAsync(cancel);
                await FamilyVersions.RenewAsync(context, session.Now, donors, cancel);
                return withdrawal;
            },
            cancel);

    /// <summary>All consents of a human being, those taken back included.</summary>
    public Task<IReadOnlyList<Consent>> OfAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Consent>>(
            new(Permission.ReadSamples, FieldClasses.Identifying),
            async context =>
            {
                var people = SampleReading.SameAs(context, person);
                var consents = await context.Set<Consent>().Where(it => people.Contains(it.Person))
                    .OrderBy(it => it.Given).ThenBy(it => it.Id).ToListAsync(cancel);
                return new(consents, [person.Value]);
            },
            cancel);

    Outcome<Consent> Given(CaseContext context, Consent consent, IReadOnlyCollection<SampleUse> uses)
    {
        var signed = SampleRules.Agree(consent with { By = session.Actor.User, At = session.Now });
        if (signed.Value is not { } given) return signed;
        context.Add(given);
        context.AddRange(uses.Distinct().Select(it => new ConsentScope(given.Id, it)));
        return signed;
    }
}
