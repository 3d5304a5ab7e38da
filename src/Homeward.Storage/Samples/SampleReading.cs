using Homeward.Cases.Agencies;
using Homeward.Cases.Consents;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Samples;

/// <summary>Reads what the register knows of samples.</summary>
static class SampleReading
{
    /// <summary>All records of the human being.</summary>
    public static IQueryable<PersonId> SameAs(CaseContext context, PersonId person)
    {
        var identities = context.Set<Identity>();
        return identities
            .Where(it => identities.Any(mine => mine.Person == person && mine.Root == it.Root))
            .Select(it => it.Person);
    }

    /// <returns>The samples there are of these, in the order of their labels.</returns>
    public static async Task<List<SampleFacts>> FactsAsync(
        CaseContext context, IReadOnlyList<string> labels, CancellationToken cancel)
    {
        var samples = await context.Set<Sample>().AsNoTracking().Where(it => labels.Contains(it.Label))
            .OrderBy(it => it.Label).ToListAsync(cancel);
        var ids = samples.ConvertAll(it => it.Id);
        var people = samples.Select(it => it.Person).Distinct().ToList();
        var consents = samples.Select(it => it.Consent).Distinct().ToList();
        var hands = (await context.Set<Handover>().AsNoTracking().Where(it => ids.Contains(it.Sample))
            .ToListAsync(cancel)).ToLookup(it => it.Sample);
        var typings = (await context.Set<Typing>().AsNoTracking().Where(it => ids.Contains(it.Sample))
            .Select(it => new
            {
                it.Sample,
                it.Ordinal,
                it.Accession,
                IsAccepted = context.Set<TypingAcceptance>().Any(a => a.Accession == it.Accession),
            }).ToListAsync(cancel)).ToLookup(it => it.Sample);
        var uses = (await context.Set<ConsentScope>().AsNoTracking().Where(it => consents.Contains(it.Consent))
            .ToListAsync(cancel)).ToLookup(it => it.Consent, it => it.Use);
        var withdrawn = (await context.Set<ConsentWithdrawal>().Where(it => consents.Contains(it.Consent))
            .Select(it => it.Consent).ToListAsync(cancel)).ToHashSet();
        var donors = await context.Set<GeneDonor>().AsNoTracking().Where(it => people.Contains(it.Person))
            .ToDictionaryAsync(it => it.Person, it => it.Donor, cancel);
        var live = (await context.Set<LiveTyping>().Where(it => people.Contains(it.Person)).ToListAsync(cancel))
            .ToLookup(it => it.Person, it => it.Accession);
        var holders = samples.ToDictionary(
            it => it.Id, it => hands[it.Id].MaxBy(hand => hand.Ordinal)?.To ?? it.By);
        var users = holders.Values.Distinct().ToList();
        var agencies = await context.Set<User>().Where(it => users.Contains(it.Id))
            .ToDictionaryAsync(it => it.Id, it => it.Agency, cancel);
        return samples.ConvertAll(it => new SampleFacts
        {
            Sample = it.Id,
            Label = it.Label,
            Role = it.Role,
            Holder = holders[it.Id],
            HolderAgency = agencies[holders[it.Id]],
            IsSealBroken = hands[it.Id].Any(hand => !hand.SealIntact),
            IsWithdrawn = withdrawn.Contains(it.Consent),
            Uses = uses[it.Consent].ToHashSet(),
            Typings =
            [
                .. typings[it.Id].OrderBy(typing => typing.Ordinal)
                    .Select(typing => new KnownTyping(typing.Accession, typing.IsAccepted)),
            ],
            Donor = donors.TryGetValue(it.Person, out var donor) ? donor : null,
            LiveOfDonor = [.. live[it.Person].OrderBy(number => number.Text, StringComparer.Ordinal)],
        });
    }
}
