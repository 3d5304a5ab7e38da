using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Consents;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Samples;

/// <summary>The register of samples: whose they are, and through whose hands they went.</summary>
public sealed class SampleStore(CaseSession session)
{
    /// <summary>A sample was taken by whoever acts.</summary>
    public Task<Outcome<Sample>> TakeAsync(Sample sample, CancellationToken cancel) =>
        session.ActAsync<Sample>(
            new(Permission.RecordSample, FieldClasses.Identifying, sample.Person.Value, sample.Id.Value),
            async context =>
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
            },
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
            async context =>
            {
                if (await context.Set<Sample>().SingleOrDefaultAsync(it => it.Label == label, cancel)
                    is not { } sample)
                    return new SampleRefusal.NotFound();
                var last = await context.Set<Handover>().Where(it => it.Sample == sample.Id)
                    .OrderByDescending(it => it.Ordinal).FirstOrDefaultAsync(cancel);
                var next = new Handover
                {
                    Sample = sample.Id,
                    Ordinal = (last?.Ordinal ?? 0) + 1,
                    From = from,
                    To = session.Actor.User,
                    SealIntact = isIntact,
                    Seal = seal ?? last?.Seal ?? sample.Seal,
                    At = session.Now,
                };
                var allowed = SampleRules.HandOver(next, sample, last);
                if (allowed.IsAllowed) context.Add(next);
                return allowed;
            },
            cancel);

    /// <summary>All samples of a human being, under whichever record they were taken.</summary>
    public Task<IReadOnlyList<Sample>> OfAsync(PersonId person, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<Sample>>(
            new(Permission.ReadSamples, FieldClasses.Identifying),
            async context =>
            {
                var people = SampleReading.SameAs(context, person);
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
}
