using Homeward.Cases.Access;
using Homeward.Cases.Imports;
using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Statistics;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Jurisdictions;
using Homeward.Storage.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Demonstrations;

/// <summary>The years before a demonstration begins: many records of many people in one act, which no real database
/// takes. Every rule of the database judges every row, as if they had come one by one.</summary>
public sealed class PastStore(CaseSession session)
{
    /// <summary>Each part touches pages of all indexes: 256 MB of them stay in memory, and what is written goes into
    /// the file itself once in 400 MB.</summary>
    const string LargeParts = "PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 100000";

    /// <summary>Which of these parts are there.</summary>
    public Task<IReadOnlySet<ImportId>> ThereAsync(CancellationToken cancel) =>
        session.ReadAsync<IReadOnlySet<ImportId>>(
            new(Permission.ReadPeople, FieldClasses.Internal),
            async context => new(
                await context.Set<ImportedFile>().Select(it => it.Id).ToHashSetAsync(cancel), []),
            cancel);

    /// <summary>Records a part, all of it or nothing.</summary>
    public Task<Outcome<PastRecords>> RecordAsync(PastRecords past, CancellationToken cancel) =>
        session.ActAsync<PastRecords>(
            new(
                Permission.FillDemonstration, FieldClasses.Identifying,
                [.. past.People.Select(it => it.Id.Value).Prepend(past.File.Id.Value)]),
            async context =>
            {
                var kind = await context.Set<Installation>().Select(it => (InstallationKind?)it.Kind)
                    .SingleOrDefaultAsync(cancel);
                if (kind is not InstallationKind.Demonstration)
                    return new InstallationRefusal.OtherKind(InstallationKind.Real);
                if (context.Database.IsSqlite()) await context.Database.ExecuteSqlRawAsync(LargeParts, cancel);
                using var insert = new RowInsert(context);
                foreach (var stage in past.Stages()) await insert.AddAsync(stage, cancel);
                await insert.AddAsync(await ClocksAsync(context, past, cancel), cancel);
                await CountAsync(context, past, cancel);
                return past;
            },
            cancel);

    async Task<IEnumerable<Clock>> ClocksAsync(CaseContext context, PastRecords past, CancellationToken cancel)
    {
        var setting = new ClockSetting(await ProfileInForce.OfAsync(context, cancel), session.Ids, session.Now);
        return past.Found.SelectMany(it => Clock.StartedBy(ClockStart.Rescue, it.Person, it.Since, setting))
            .Concat(past.Acceptances.SelectMany(it => Clock.StartedBy(ClockStart.Delivery, it.Person, it.At, setting)));
    }

    async Task CountAsync(CaseContext context, PastRecords past, CancellationToken cancel)
    {
        var counted = new FactsCounted(context, session.Now, cancel);
        await counted.RescuedAsync([.. past.Rescues.Select(it => it.Person)], CountReason.Recorded);
        await counted.DetainedAsync([.. past.Detentions.Select(it => it.Person)], CountReason.Recorded);
        var tallies = new List<Tally>();
        foreach (var it in past.Cases)
            tallies.Add(Counting.Of(it, during: null, await counted.PlaceAsync(it.Investigation.Lead)));
        foreach (var it in past.Rings) tallies.Add(Counting.Of(it, await counted.PlaceAsync(it.Ring.By)));
        await counted.BookAsync(tallies);
    }
}
