using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;
using Homeward.Cases.Samples;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Homeward.Storage.Access;
using Homeward.Storage.Custody;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Statistics;

/// <summary>What followed rescues, from the facts themselves: rows of custody, samples, accepted profiles.</summary>
static class ResponseReading
{
    static readonly CustodyKind[] Homes = [.. Enum.GetValues<CustodyKind>().Where(it => it.NeedsAcceptance())];

    /// <summary>Everybody in sight who was rescued.</summary>
    public static async Task<IReadOnlyList<ResponseTimes.Known>> AllAsync(
        CaseContext context, CancellationToken cancel)
    {
        var rescues = await (context.RootsInSight() is not { } seen ? context.Set<RescueTime>()
            : context.Set<RescueTime>().Where(it => seen.Contains(it.Identity)))
            .Select(it => new { it.Identity, it.Since }).ToListAsync(cancel);
        var identities = context.Set<Identity>();
        var placed = (await (
            from row in context.LiveCustodies()
            join identity in identities on row.Person equals identity.Person
            where Homes.Contains(row.Kind)
            select new { identity.Root, row.Since }).ToListAsync(cancel)).ToLookup(it => it.Root, it => it.Since);
        var accepted = (await (
            from typing in context.Set<Typing>()
            join acceptance in context.Set<TypingAcceptance>() on typing.Accession equals acceptance.Accession
            select new { typing.Sample, acceptance.At }).ToListAsync(cancel)).ToLookup(it => it.Sample, it => it.At);
        var samples = (await (
            from sample in context.Set<Sample>()
            join identity in identities on sample.Person equals identity.Person
            select new { identity.Root, sample.Id, sample.Taken }).ToListAsync(cancel)).ToLookup(
                it => it.Root, it => (it.Taken, accepted[it.Id].Select(at => (Instant?)at).Min()));
        return
        [
            .. rescues.GroupBy(it => it.Identity).Select(it => new ResponseTimes.Known(
                [.. it.Select(one => one.Since)], [.. placed[it.Key]], [.. samples[it.Key]])),
        ];
    }
}
