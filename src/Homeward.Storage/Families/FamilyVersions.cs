using Homeward.Cases.Families;
using Homeward.Cases.Identification;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Samples;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Families;

/// <summary>What the gene database is to know of families, worked out anew within the act that changes it.</summary>
static class FamilyVersions
{
    /// <summary>Writes the next version of each family with one of these people, if it is another than the last.
    /// Changes made before are saved.</summary>
    public static async Task RenewAsync(
        CaseContext context, Instant now, IReadOnlyCollection<PersonId> people, CancellationToken cancel) =>
        await RenewAsync(context, now, await OfPeopleAsync(context, people, cancel), isReleased: false, cancel);

    /// <param name="context">Of the act.</param>
    /// <param name="now">Its moment.</param>
    /// <param name="families">Only those that were ever activated are looked at.</param>
    /// <param name="isReleased">Whether somebody has just looked at what contradicts itself in them.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task RenewAsync(
        CaseContext context, Instant now, List<FamilyId> families, bool isReleased, CancellationToken cancel)
    {
        var links = await context.Set<GeneFamilyLink>().Where(it => families.Contains(it.Family))
            .OrderBy(it => it.GeneFamily).ToListAsync(cancel);
        if (links.Count == 0) return;
        // The last versions before what they are made of: whoever changes it meanwhile writes the same next version.
        var ids = links.ConvertAll(it => it.GeneFamily);
        var versions = context.Set<FamilyVersion>().AsNoTracking();
        var lasts = await versions
            .Where(it => ids.Contains(it.GeneFamily)
                && !versions.Any(later => later.GeneFamily == it.GeneFamily && later.Version > it.Version))
            .ToDictionaryAsync(it => it.GeneFamily, cancel);
        var declared = (await DeclaredAsync(context, links.ConvertAll(it => it.Family), cancel))
            .ToDictionary(it => it.Family);
        var steps = await LastStepsAsync(context, links.ConvertAll(it => it.Family), cancel);
        foreach (var link in links)
        {
            var last = lasts.GetValueOrDefault(link.GeneFamily);
            var step = steps.GetValueOrDefault(link.Family);
            var version = (last?.Version ?? 0) + 1;
            var body = step is not null && FamilySteps.IsSearched(step.Kind)
                ? TextOf(declared[link.Family], link.GeneFamily, version) : null;
            if (last is not null && last.Body == body && !isReleased) continue;
            context.Add(new FamilyVersion
            {
                GeneFamily = link.GeneFamily,
                Version = version,
                Body = body,
                IsReleased = isReleased,
                At = now,
            });
        }
    }

    public static async Task<FamilyStep?> LastStepAsync(
        CaseContext context, FamilyId family, CancellationToken cancel) =>
        (await LastStepsAsync(context, [family], cancel)).GetValueOrDefault(family);

    /// <summary>The last step of each of these families that has any.</summary>
    public static async Task<Dictionary<FamilyId, FamilyStep>> LastStepsAsync(
        CaseContext context, IReadOnlyCollection<FamilyId> families, CancellationToken cancel)
    {
        var steps = context.Set<FamilyStep>().AsNoTracking();
        return await steps
            .Where(it => families.Contains(it.Family)
                && !steps.Any(later => later.Family == it.Family && later.Ordinal > it.Ordinal))
            .ToDictionaryAsync(it => it.Family, cancel);
    }

    /// <summary>Families in which one of these human beings is a member.</summary>
    public static async Task<List<FamilyId>> OfPeopleAsync(
        CaseContext context, IReadOnlyCollection<PersonId> people, CancellationToken cancel)
    {
        // Two lists, one of the other: asked in the other direction, each identity there is would be looked at.
        var roots = context.Set<Identity>().Where(it => people.Contains(it.Person)).Select(it => it.Root);
        var all = context.Set<Identity>().Where(it => roots.Contains(it.Root)).Select(it => (PersonId?)it.Person);
        return await context.Set<FamilyMember>().Where(it => all.Contains(it.Person))
            .Select(it => it.Family).Distinct().OrderBy(it => it).ToListAsync(cancel);
    }

    /// <summary>These families as they were declared, without names.</summary>
    public static async Task<List<DeclaredFamily>> DeclaredAsync(
        CaseContext context, IReadOnlyCollection<FamilyId> families, CancellationToken cancel)
    {
        var members = await context.Set<FamilyMember>().AsNoTracking().Where(it => families.Contains(it.Family))
            .ToListAsync(cancel);
        var people = members.Select(it => it.Person).OfType<PersonId>().Distinct().ToList();
        var identities = context.Set<Identity>().AsNoTracking();
        var roots = await identities.Where(it => people.Contains(it.Person))
            .ToDictionaryAsync(it => it.Person, it => it.Root, cancel);
        var asked = roots.Values.Distinct().ToList();
        var records = identities.Where(it => asked.Contains(it.Root));
        var donors = (await context.Set<GeneDonor>()
            .Join(records, it => it.Person, it => it.Person, (donor, record) => new { record.Root, donor.Donor })
            .ToListAsync(cancel)).ToLookup(it => it.Root, it => it.Donor);
        var live = (await context.Set<LiveTyping>().Where(it => it.Role == DonorRole.Relative)
            .Join(records, it => it.Person, it => it.Person, (it, record) => new { record.Root, it.Accession })
            .Join(
                context.Set<TypingAcceptance>(), it => it.Accession, it => it.Accession,
                (it, accepted) => new { it.Root, it.Accession, accepted.At })
            .ToListAsync(cancel)).ToLookup(it => it.Root);
        return
        [
            .. members.GroupBy(it => it.Family).OrderBy(it => it.Key.Value)
                .Select(it => new DeclaredFamily(
                    it.Key, MembersOf([.. it.OrderBy(member => member.Name, StringComparer.Ordinal)]))),
        ];

        DeclaredFamily.Member[] MembersOf(FamilyMember[] family)
        {
            // Two members of a family can turn out to be one human being: his profile stands in one place, and the
            // other counts as not typed until somebody has corrected the pedigree.
            var taken = new HashSet<AccessionNumber>();
            return [.. family.Select(it => new DeclaredFamily.Member(
                FamilyTree.OfNode(it.Sex), PlaceOf(it.Father), PlaceOf(it.Mother),
                [.. DonorsOf(it.Person)], StandingFor(it), it.IsMissing))];

            int? PlaceOf(string? name) => name is null ? null : Array.FindIndex(family, it => it.Name == name);

            AccessionNumber? StandingFor(FamilyMember it) =>
                AccessionOf(it.Person) is { } one && (it.IsMissing || taken.Add(one)) ? one : null;
        }

        IEnumerable<GeneDonorId> DonorsOf(PersonId? person) =>
            person is { } it && roots.TryGetValue(it, out var root) ? donors[root].OrderBy(donor => donor.Value) : [];

        // The first that was accepted, so that a further sample of the same person does not change the family.
        AccessionNumber? AccessionOf(PersonId? person) =>
            person is { } it && roots.TryGetValue(it, out var root)
                ? live[root].OrderBy(typing => typing.At)
                    .ThenBy(typing => typing.Accession.Text, StringComparer.Ordinal)
                    .Select(typing => (AccessionNumber?)typing.Accession).FirstOrDefault()
                : null;
    }

    static string TextOf(DeclaredFamily family, GeneFamilyId id, int version)
    {
        var parsed = family.ToGeneFamily(id, version);
        Check.That(parsed.IsValid, "a family is a pedigree when it is activated");
        return parsed.Value.ToText();
    }
}
