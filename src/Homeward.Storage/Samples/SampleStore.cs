using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Consents;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Samples;

/// <summary>The register of samples: whose they are, and through whose hands they went.</summary>
public sealed class SampleStore(CaseSession session)
{
    /// <summary>A sample was taken by whoever acts.</summary>
    public Task<Outcome<Sample>> TakeAsync(Sample sample, CancellationToken cancel) =>
        session.ActAsync<Sample>(
            new(Permission.RecordSample, FieldClasses.Identifying, sample.Person.Value, sample.Id.Value),
            context => TakenAsync(context, sample, cancel),
            cancel);

    /// <summary>Several were taken by whoever acts: all of them are recorded or none.</summary>
    public Task<Outcome<Sample[]>> TakeAllAsync(IReadOnlyList<Sample> samples, CancellationToken cancel) =>
        EachAsync(
            new(
                Permission.RecordSample, FieldClasses.Identifying,
                [.. samples.SelectMany(it => new[] { it.Person.Value, it.Id.Value }).Distinct()]),
            samples,
            (context, it) => TakenAsync(context, it, cancel),
            cancel);

    /// <summary>Whoever acts takes a sample over.</summary>
    /// <param name="label">Which one.</param>
    /// <param name="from">Out of whose hands.</param>
    /// <param name="isIntact">Whether the seal was as it should be.</param>
    /// <param name="seal">Its number now; null when it is still the one before.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<Outcome<Handover>> TakeOverAsync(
        string label, UserId from, bool isIntact, string? seal, CancellationToken cancel) =>
        session.ActAsync<Handover>(
            new(Permission.RecordSample, FieldClasses.Internal),
            context => TakenOverAsync(context, new(label, from, isIntact, seal), cancel),
            cancel);

    /// <summary>Whoever acts takes several over, as they come in one bag: all of them or none.</summary>
    public Task<Outcome<Handover[]>> TakeOverAllAsync(
        IReadOnlyList<TakenOver> samples, CancellationToken cancel) =>
        EachAsync(
            new(Permission.RecordSample, FieldClasses.Internal),
            samples,
            (context, it) => TakenOverAsync(context, it, cancel),
            cancel);

    /// <summary>All samples of a human being, under whichever record they were taken.</summary>
    public Task<IReadOnlyList<Sample>> OfAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Sample>>(
            new(Permission.ReadSamples, FieldClasses.Identifying),
            async context =>
            {
                var root = await context.PersonInSightAsync(
                    await PeopleStore.RootAsync(context, person, cancel), cancel);
                var people = context.Set<Identity>().Where(it => it.Root == root).Select(it => it.Person);
                var samples = await context.Set<Sample>().Where(it => people.Contains(it.Person))
                    .OrderBy(it => it.Taken).ThenBy(it => it.Id).ToListAsync(cancel);
                return new(samples, [person.Value, .. samples.Select(it => it.Id.Value)]);
            },
            cancel);

    /// <summary>Through whose hands a sample went, in order.</summary>
    public Task<IReadOnlyList<Handover>> ChainAsync(SampleId sample, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Handover>>(
            new(Permission.ReadSamples, FieldClasses.Internal),
            async context =>
            {
                var chain = await context.Set<Handover>().Where(it => it.Sample == sample)
                    .OrderBy(it => it.Ordinal).ToListAsync(cancel);
                return new(chain, [sample.Value]);
            },
            cancel);

    /// <summary>A sample as a laboratory may know it; null when there is none.</summary>
    public Task<SampleFacts?> FindAsync(SampleId sample, CancellationToken cancel) =>
        session.ReadAsync<SampleFacts?>(
            new(Permission.ReadSamples, FieldClasses.Internal),
            async context =>
            {
                var label = await context.Set<Sample>().Where(it => it.Id == sample).Select(it => it.Label)
                    .ToListAsync(cancel);
                var facts = await SampleReading.FactsAsync(context, label, cancel);
                return new(facts.SingleOrDefault(), [sample.Value]);
            },
            cancel);

    /// <summary>Samples by label, as a laboratory may know them: not whose they are.</summary>
    public Task<IReadOnlyList<SampleFacts>> FactsAsync(IReadOnlyList<string> labels, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<SampleFacts>>(
            new(Permission.ReadSamples, FieldClasses.Internal),
            async context =>
            {
                var facts = await SampleReading.FactsAsync(context, labels, cancel);
                return new(facts, [.. facts.Select(it => it.Sample.Value)]);
            },
            cancel);

    /// <summary>A part of all samples as a laboratory may know them, the last one taken first.</summary>
    public Task<Part<SampleFacts>> PartAsync(int skip, int take, CancellationToken cancel) =>
        session.ReadAsync<Part<SampleFacts>>(
            new(Permission.ReadSamples, FieldClasses.Internal),
            async context =>
            {
                var labels = await context.Set<Sample>().OrderByDescending(it => it.Taken).ThenBy(it => it.Label)
                    .Skip(skip).Take(take).Select(it => it.Label).ToListAsync(cancel);
                var places = labels.Index().ToDictionary(it => it.Item, it => it.Index, StringComparer.Ordinal);
                var facts = await SampleReading.FactsAsync(context, labels, cancel);
                return new(
                    new(
                        [.. facts.OrderBy(it => places[it.Label])],
                        await context.Set<Sample>().CountAsync(cancel)),
                    [.. facts.Select(it => it.Sample.Value)]);
            },
            cancel);

    async Task<Outcome<Sample>> TakenAsync(CaseContext context, Sample sample, CancellationToken cancel)
    {
        var people = SampleReading.SameAs(context, sample.Person);
        var consent = await context.Set<Consent>()
            .SingleOrDefaultAsync(it => it.Id == sample.Consent && people.Contains(it.Person), cancel);
        var uses = await context.Set<ConsentScope>().Where(it => it.Consent == sample.Consent)
            .Select(it => it.Use).ToListAsync(cancel);
        var isWithdrawn = await context.Set<ConsentWithdrawal>()
            .AnyAsync(it => it.Consent == sample.Consent, cancel);
        var taken = SampleRules.Take(
            sample with { By = session.Actor.User, At = session.Now }, consent, uses, isWithdrawn);
        if (taken.Value is { } it) context.Add(it);
        return taken;
    }

    async Task<Outcome<Handover>> TakenOverAsync(CaseContext context, TakenOver taken, CancellationToken cancel)
    {
        if (await context.Set<Sample>().SingleOrDefaultAsync(it => it.Label == taken.Label, cancel) is not { } sample)
            return new SampleRefusal.NotFound();
        var last = await context.Set<Handover>().Where(it => it.Sample == sample.Id)
            .OrderByDescending(it => it.Ordinal).FirstOrDefaultAsync(cancel);
        var next = new Handover
        {
            Sample = sample.Id,
            Ordinal = (last?.Ordinal ?? 0) + 1,
            From = taken.From,
            To = session.Actor.User,
            SealIntact = taken.IsIntact,
            Seal = taken.Seal ?? last?.Seal ?? sample.Seal,
            At = session.Now,
        };
        var allowed = SampleRules.HandOver(next, sample, last);
        if (allowed.IsAllowed) context.Add(next);
        return allowed;
    }

    /// <summary>One act on several: a refusal of one leaves none.</summary>
    Task<Outcome<T[]>> EachAsync<TAsked, T>(
        Asked asked, IReadOnlyList<TAsked> all, Func<CaseContext, TAsked, Task<Outcome<T>>> one,
        CancellationToken cancel)
        where T : class =>
        session.ActAsync<T[]>(
            asked,
            async context =>
            {
                var done = new List<T>();
                foreach (var it in all)
                {
                    var outcome = await one(context, it);
                    if (!outcome.IsAllowed) return outcome.Refusal;
                    done.Add(outcome.Value);
                }
                return done.ToArray();
            },
            cancel);
}
