using Homeward.Cases.Access;
using Homeward.Cases.Consents;
using Homeward.Cases.Families;
using Homeward.Cases.People;
using Homeward.Cases.Retention;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Retention;

/// <summary>Whose profiles there is no reason to keep any more. When they go is the jurisdiction profile's to say.
/// </summary>
public sealed class RetentionStore(CaseSession session)
{
    /// <summary>All donors without a reason, by when it ended. Those who were erased are among them: of that the gene
    /// database knows.</summary>
    public Task<IReadOnlyList<EndedReason>> EndedAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<EndedReason>>(
            new(Permission.ReadSamples, FieldClasses.Internal),
            async context =>
            {
                var ended = await EndedAsync(context, cancel);
                return new(ended, [.. ended.Select(it => it.Donor.Value)]);
            },
            cancel);

    /// <summary>Decides that these are erased now, if there is no reason to keep any of them. It is done by the gene
    /// database, which is told afterwards; whatever came between, they are listed until it was.</summary>
    public Task<Outcome<EndedReason[]>> DecideAsync(
        IReadOnlyCollection<GeneDonorId> donors, CancellationToken cancel) =>
        session.ActAsync<EndedReason[]>(
            new(Permission.EraseGenes, FieldClasses.Internal, [.. donors.Select(it => it.Value)]),
            async context =>
            {
                var ended = (await EndedAsync(context, cancel)).Where(it => donors.Contains(it.Donor)).ToArray();
                return ended.Length == donors.Count ? ended : new RetentionRefusal.NotEnded();
            },
            cancel);

    static async Task<List<EndedReason>> EndedAsync(CaseContext context, CancellationToken cancel)
    {
        var withdrawn = await WithdrawnAsync(context, cancel);
        var ended = await SearchesEndedAsync(context, cancel);
        var found = withdrawn.Select(it => (Root: it.Key, Kind: RetentionKind.ConsentWithdrawn, At: it.Value))
            .Concat(ended.Where(it => !withdrawn.ContainsKey(it.Key))
                .Select(it => (Root: it.Key, Kind: RetentionKind.SearchEnded, At: it.Value)))
            .ToDictionary(it => it.Root);
        var roots = found.Keys.ToArray();
        var donors = await (
            from donor in context.Set<GeneDonor>().AsNoTracking()
            join identity in context.Set<Identity>() on donor.Person equals identity.Person
            where roots.Contains(identity.Root)
            select new { donor.Donor, identity.Root }).ToListAsync(cancel);
        return
        [
            .. donors.Select(it => new EndedReason(it.Donor, found[it.Root].Kind, found[it.Root].At))
                .OrderBy(it => it.Ended).ThenBy(it => it.Donor.Value),
        ];
    }

    /// <summary>Those all of whose samples rest on consents that were taken back, and when the last one was.</summary>
    static async Task<Dictionary<PersonId, Instant>> WithdrawnAsync(CaseContext context, CancellationToken cancel)
    {
        var gone = context.Set<ConsentWithdrawal>();
        var touched = (
            from sample in context.Set<Sample>()
            join identity in context.Set<Identity>() on sample.Person equals identity.Person
            where gone.Any(it => it.Consent == sample.Consent)
            select identity.Root).Distinct();
        var samples = await (
            from sample in context.Set<Sample>()
            join identity in context.Set<Identity>() on sample.Person equals identity.Person
            where touched.Contains(identity.Root)
            select new
            {
                identity.Root,
                At = gone.Where(it => it.Consent == sample.Consent).Select(it => (Instant?)it.At).FirstOrDefault(),
            }).ToListAsync(cancel);
        return samples.GroupBy(it => it.Root, it => it.At).Where(it => it.All(at => at is not null))
            .ToDictionary(it => it.Key, it => it.Max(at => at!.Value));
    }

    /// <summary>Those who gave samples as relatives only, and for whose families nobody is searched any more, and since
    /// when.</summary>
    static async Task<Dictionary<PersonId, Instant>> SearchesEndedAsync(CaseContext context, CancellationToken cancel)
    {
        var steps = context.Set<FamilyStep>();
        var lasts = steps.Where(it =>
            !steps.Any(later => later.Family == it.Family && later.Ordinal > it.Ordinal));
        var touched = (
            from last in lasts
            join member in context.Set<FamilyMember>() on last.Family equals member.Family
            join identity in context.Set<Identity>() on member.Person equals identity.Person
            where last.Kind == FamilyStepKind.Ended && !member.IsMissing
            select identity.Root).Distinct();
        var others = context.Set<Sample>().Where(it => it.Role != DonorRole.Relative);
        var families = await (
            from identity in context.Set<Identity>()
            join member in context.Set<FamilyMember>() on identity.Person equals member.Person
            where touched.Contains(identity.Root)
                && !others.Any(sample => context.Set<Identity>()
                    .Any(own => own.Person == sample.Person && own.Root == identity.Root))
            select new
            {
                identity.Root,
                At = lasts.Where(it => it.Family == member.Family && it.Kind == FamilyStepKind.Ended)
                    .Select(it => (Instant?)it.At).FirstOrDefault(),
            }).ToListAsync(cancel);
        return families.GroupBy(it => it.Root, it => it.At).Where(it => it.All(at => at is not null))
            .ToDictionary(it => it.Key, it => it.Max(at => at!.Value));
    }
}
