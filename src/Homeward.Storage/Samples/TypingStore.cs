using Homeward.Cases.Access;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Families;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Samples;

/// <summary>The bridge between samples and the gene database. A laboratory begins typings, hands the profiles over
/// there, and says which were accepted; whatever of it is repeated finds what is there.</summary>
public sealed class TypingStore(CaseSession session)
{
    /// <summary>Gives each of these samples the number for its next profile, all of them or none. A typing that was
    /// begun and has no profile yet is taken up again.</summary>
    public Task<Outcome<BegunTyping[]>> BeginAsync(IReadOnlyList<string> labels, CancellationToken cancel) =>
        session.ActAsync<BegunTyping[]>(
            new(Permission.RecordSample, FieldClasses.Genetic),
            async context =>
            {
                var facts = await SampleReading.FactsAsync(context, labels, cancel);
                if (facts.Count < labels.Distinct().Count()) return new SampleRefusal.NotFound();
                var ids = facts.ConvertAll(it => it.Sample);
                var people = await context.Set<Sample>().Where(it => ids.Contains(it.Id))
                    .ToDictionaryAsync(it => it.Id, it => it.Person, cancel);
                foreach (var sample in facts)
                    if (SampleRules.Type(sample, session.Actor.Agency).Refusal is { } refusal) return refusal;
                // A typing is of somebody whom the gene database has a number for.
                var donors = Donors(context, facts, people);
                await context.SaveChangesAsync(cancel);
                var begun = facts.Select(it => new BegunTyping(
                    it.Label, AccessionOf(context, it), donors[people[it.Sample]], it.Kind));
                return begun.ToArray();
            },
            cancel);

    /// <summary>The gene database holds these profiles. Families that they belong to are told to it anew.</summary>
    public Task<Outcome<TypingAcceptance[]>> AcceptAsync(
        IReadOnlyList<(AccessionNumber Accession, AccessionNumber? Supersedes)> accepted, CancellationToken cancel) =>
        session.ActAsync<TypingAcceptance[]>(
            new(Permission.RecordSample, FieldClasses.Internal),
            async context =>
            {
                var numbers = accepted.Select(it => it.Accession).ToList();
                var known = (await context.Set<TypingAcceptance>().Where(it => numbers.Contains(it.Accession))
                    .Select(it => it.Accession).ToListAsync(cancel)).ToHashSet();
                TypingAcceptance[] rows =
                [
                    .. accepted.Where(it => !known.Contains(it.Accession)).Select(it => new TypingAcceptance
                    {
                        Accession = it.Accession,
                        Supersedes = it.Supersedes,
                        At = session.Now,
                    }),
                ];
                context.AddRange(rows);
                await context.SaveChangesAsync(cancel);
                var donors = await context.Set<Typing>().Where(it => numbers.Contains(it.Accession))
                    .Join(context.Set<Sample>(), it => it.Sample, it => it.Id, (_, sample) => sample.Person)
                    .Distinct().ToListAsync(cancel);
                await FamilyVersions.RenewAsync(context, session.Now, donors, cancel);
                return rows;
            },
            cancel);

    /// <summary>Typings that were begun and of which it is not known whether the gene database holds the profile.
    /// </summary>
    public Task<IReadOnlyList<AccessionNumber>> PendingAsync(CancellationToken cancel) =>
        NumbersAsync(
            context => context.Set<Typing>()
                .Where(it => !context.Set<TypingAcceptance>().Any(a => a.Accession == it.Accession))
                .Select(it => it.Accession),
            cancel);

    /// <summary>Profiles whose consent was taken back, and of which the gene database does not know it yet.</summary>
    public Task<IReadOnlyList<AccessionNumber>> UnsentWithdrawalsAsync(CancellationToken cancel) =>
        NumbersAsync(
            context => from typing in context.Set<Typing>()
                       join sample in context.Set<Sample>() on typing.Sample equals sample.Id
                       join gone in context.Set<Cases.Consents.ConsentWithdrawal>()
                           on sample.Consent equals gone.Consent
                       where !context.Set<TypingWithdrawal>().Any(it => it.Accession == typing.Accession)
                       select typing.Accession,
            cancel);

    /// <summary>The gene database has taken these out.</summary>
    public Task<Outcome<TypingWithdrawal[]>> WithdrawnAsync(
        IReadOnlyList<AccessionNumber> numbers, CancellationToken cancel) =>
        session.ActAsync<TypingWithdrawal[]>(
            new(Permission.RecordSample, FieldClasses.Internal),
            context =>
            {
                TypingWithdrawal[] rows =
                    [.. numbers.Select(it => new TypingWithdrawal { Accession = it, At = session.Now })];
                context.AddRange(rows);
                return Task.FromResult<Outcome<TypingWithdrawal[]>>(rows);
            },
            cancel);

    Dictionary<PersonId, GeneDonorId> Donors(
        CaseContext context, List<SampleFacts> facts, Dictionary<SampleId, PersonId> people)
    {
        var donors = new Dictionary<PersonId, GeneDonorId>();
        foreach (var (sample, person) in facts.Select(it => (it, people[it.Sample])))
        {
            if (donors.ContainsKey(person)) continue;
            var donor = sample.Donor ?? new(session.NewId());
            donors.Add(person, donor);
            if (sample.Donor is null)
                context.Add(new GeneDonor { Person = person, Donor = donor, At = session.Now });
        }
        return donors;
    }

    AccessionNumber AccessionOf(CaseContext context, SampleFacts sample)
    {
        if (sample.Pending is { } pending) return pending;
        var accession = AccessionNumber.Draw();
        context.Add(new Typing
        {
            Accession = accession,
            Sample = sample.Sample,
            Ordinal = sample.Typings.Count + 1,
            Laboratory = session.Actor.Agency,
            By = session.Actor.User,
            At = session.Now,
        });
        return accession;
    }

    Task<IReadOnlyList<AccessionNumber>> NumbersAsync(
        Func<CaseContext, IQueryable<AccessionNumber>> query, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<AccessionNumber>>(
            new(Permission.ReadSamples, FieldClasses.Internal),
            async context =>
            {
                var numbers = await query(context).ToListAsync(cancel);
                return new([.. numbers.OrderBy(it => it.Text, StringComparer.Ordinal)], []);
            },
            cancel);
}
