using Homeward.Cases.Access;
using Homeward.Cases.Families;
using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Families;

/// <summary>Which families are searched, and what the gene database has been told of them.</summary>
public sealed class FamilySearchStore(CaseSession session)
{
    /// <summary>The family is searched from now on, with every sample its members give.</summary>
    public Task<Outcome<FamilyStep>> ActivateAsync(FamilyId family, CancellationToken cancel) =>
        StepAsync(Permission.RecordReport, family, FamilyStepKind.Activated, markers: null, cancel);

    /// <summary>The same for several: all of them or none.</summary>
    public Task<Outcome<FamilyStep[]>> ActivateAllAsync(
        IReadOnlyList<FamilyId> families, CancellationToken cancel) =>
        StepAllAsync(Permission.RecordReport, families, FamilyStepKind.Activated, markers: null, cancel);

    /// <summary>Nobody is searched for any more.</summary>
    public Task<Outcome<FamilyStep>> EndAsync(FamilyId family, CancellationToken cancel) =>
        StepAsync(Permission.RecordReport, family, FamilyStepKind.Ended, markers: null, cancel);

    /// <summary>An analyst lets a family be searched that contradicts itself.</summary>
    public Task<Outcome<FamilyStep>> ReleaseAsync(FamilyId family, CancellationToken cancel) =>
        StepAsync(Permission.RecordSample, family, FamilyStepKind.Released, markers: null, cancel);

    /// <summary>The family's profiles contradict its pedigree at these markers.</summary>
    public Task<Outcome<FamilyStep>> HoldAsync(
        FamilyId family, IReadOnlyList<string> markers, CancellationToken cancel) =>
        StepAsync(Permission.RecordSample, family, FamilyStepKind.Held, string.Join(' ', markers), cancel);

    /// <summary>Families that contradict themselves and wait for somebody to look.</summary>
    public Task<IReadOnlyList<FamilyStep>> HeldAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<FamilyStep>>(
            new(Permission.ReadSamples, FieldClasses.Internal),
            async context =>
            {
                var steps = context.Set<FamilyStep>();
                var held = await steps
                    .Where(it => it.Kind == FamilyStepKind.Held
                        && !steps.Any(later => later.Family == it.Family && later.Ordinal > it.Ordinal))
                    .OrderBy(it => it.At).ThenBy(it => it.Family).ToListAsync(cancel);
                return new(held, [.. held.Select(it => it.Family.Value)]);
            },
            cancel);

    /// <summary>Families as they were declared, without names.</summary>
    /// <param name="donors">Those in which one of these is a member.</param>
    /// <param name="cancel">Stops waiting.</param>
    public Task<IReadOnlyList<DeclaredFamily>> DeclaredAsync(
        IReadOnlyList<Cases.Samples.GeneDonorId> donors, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<DeclaredFamily>>(
            new(Permission.ReadSamples, FieldClasses.Internal),
            async context =>
            {
                var people = await context.Set<Cases.Samples.GeneDonor>().Where(it => donors.Contains(it.Donor))
                    .Select(it => it.Person).ToListAsync(cancel);
                var families = await FamilyVersions.OfPeopleAsync(context, people, cancel);
                var declared = await FamilyVersions.DeclaredAsync(context, families, cancel);
                return new(declared, [.. families.Select(it => it.Value)]);
            },
            cancel);

    /// <summary>Versions that the gene database has not taken yet, the oldest of each family first.</summary>
    public Task<IReadOnlyList<FamilyVersion>> UndeliveredAsync(int most, CancellationToken cancel) =>
        UndeliveredAsync(it => it, most, cancel);

    /// <summary>The same of these families only: among a million others they are found at once.</summary>
    public Task<IReadOnlyList<FamilyVersion>> UndeliveredAsync(
        IReadOnlyCollection<Cases.Identification.GeneFamilyId> families, CancellationToken cancel) =>
        UndeliveredAsync(all => all.Where(it => families.Contains(it.GeneFamily)), int.MaxValue, cancel);

    Task<IReadOnlyList<FamilyVersion>> UndeliveredAsync(
        Func<IQueryable<FamilyVersion>, IQueryable<FamilyVersion>> some, int most, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<FamilyVersion>>(
            new(Permission.ReadSamples, FieldClasses.Internal),
            async context =>
            {
                var versions = await some(context.Set<FamilyVersion>())
                    .Where(it => !context.Set<FamilyDelivery>()
                        .Any(sent => sent.GeneFamily == it.GeneFamily && sent.Version == it.Version))
                    .OrderBy(it => it.At).ThenBy(it => it.GeneFamily).ThenBy(it => it.Version)
                    .Take(most).ToListAsync(cancel);
                return new(versions, [.. versions.Select(it => it.GeneFamily.Value).Distinct()]);
            },
            cancel);

    /// <summary>The gene database has taken these.</summary>
    public Task<Outcome<FamilyDelivery[]>> DeliveredAsync(
        IReadOnlyList<FamilyVersion> versions, CancellationToken cancel) =>
        session.ActAsync<FamilyDelivery[]>(
            new(Permission.RecordSample, FieldClasses.Internal),
            context =>
            {
                FamilyDelivery[] sent =
                [
                    .. versions.Select(it => new FamilyDelivery
                    {
                        GeneFamily = it.GeneFamily,
                        Version = it.Version,
                        At = session.Now,
                    }),
                ];
                context.AddRange(sent);
                return Task.FromResult<Outcome<FamilyDelivery[]>>(sent);
            },
            cancel);

    /// <summary>Which family this is.</summary>
    public Task<GeneFamilyLink?> LinkAsync(Cases.Identification.GeneFamilyId family, CancellationToken cancel) =>
        session.ReadAsync<GeneFamilyLink?>(
            new(Permission.ReadSamples, FieldClasses.Internal),
            async context => new(
                await context.Set<GeneFamilyLink>().SingleOrDefaultAsync(it => it.GeneFamily == family, cancel),
                [family.Value]),
            cancel);

    async Task<Outcome<FamilyStep>> StepAsync(
        Permission what, FamilyId family, FamilyStepKind kind, string? markers, CancellationToken cancel) =>
        (await StepAllAsync(what, [family], kind, markers, cancel)).Then<FamilyStep>(it => it[0]);

    Task<Outcome<FamilyStep[]>> StepAllAsync(
        Permission what, IReadOnlyList<FamilyId> families, FamilyStepKind kind, string? markers,
        CancellationToken cancel) =>
        session.ActAsync<FamilyStep[]>(
            new(what, FieldClasses.Internal, [.. families.Select(it => it.Value)]),
            async context =>
            {
                var declared = (await FamilyVersions.DeclaredAsync(context, families, cancel))
                    .ToDictionary(it => it.Family);
                var lasts = await FamilyVersions.LastStepsAsync(context, families, cancel);
                var steps = new List<FamilyStep>();
                foreach (var family in families)
                {
                    if (!declared.TryGetValue(family, out var own)) return new FamilyRefusal.NotFound();
                    var last = lasts.GetValueOrDefault(family);
                    var step = FamilySteps.Next(last, new()
                    {
                        Family = family,
                        Ordinal = (last?.Ordinal ?? 0) + 1,
                        Kind = kind,
                        Markers = markers,
                        By = session.Actor.User,
                        At = session.Now,
                    });
                    if (!step.IsAllowed) return step.Refusal;
                    if (!own.ToGeneFamily(default, 1).IsValid) return new FamilyRefusal.NoPedigree();
                    if (last is null)
                        context.Add(new GeneFamilyLink
                        {
                            Family = family,
                            GeneFamily = new(session.NewId()),
                            At = session.Now,
                        });
                    context.Add(step.Value);
                    steps.Add(step.Value);
                }
                await context.SaveChangesAsync(cancel);
                await FamilyVersions.RenewAsync(
                    context, session.Now, [.. families], kind == FamilyStepKind.Released, cancel);
                return steps.ToArray();
            },
            cancel);
}
