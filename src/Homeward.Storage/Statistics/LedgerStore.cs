using Homeward.Cases.Access;
using Homeward.Cases.Statistics;
using Homeward.Genetics.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Statistics;

/// <summary>The ledger by itself: what an earlier register counted is taken over into it, and its lines can be read.
/// Facts of Homeward's own are counted by the acts that record them.</summary>
public sealed class LedgerStore(CaseSession session)
{
    /// <summary>Books tallies by themselves, as many as there are; the answer is the number of the ledger's last line.
    /// </summary>
    public Task<Outcome<LedgerHead>> BookAsync(IReadOnlyCollection<Tally> tallies, CancellationToken cancel) =>
        session.ActAsync<LedgerHead>(
            new(Permission.CountFacts, FieldClasses.Internal),
            async context =>
            {
                await LedgerInsert.RunAsync(
                    context, await LedgerBook.LinesAsync(context, tallies, session.Now, cancel), cancel);
                return await HeadAsync(context, cancel);
            },
            cancel);

    /// <summary>Every line of one key, so that a number can be explained.</summary>
    public Task<IReadOnlyList<CountEntry>> LinesAsync(CountKey key, CancellationToken cancel) =>
        session.ReadAsync<IReadOnlyList<CountEntry>>(
            new(Permission.ReadStatistics, FieldClasses.Internal),
            async context => new(
                await context.Set<CountEntry>()
                    .Where(it => it.Subject == key.Subject && it.Metric == key.Metric && it.Version == key.Version)
                    .OrderBy(it => it.Ordinal).ToListAsync(cancel),
                []),
            cancel);

    internal static async Task<LedgerHead> HeadAsync(CaseContext context, CancellationToken cancel) =>
        new(await context.Set<CountEntry>().MaxAsync(it => (long?)it.Number, cancel) ?? 0);
}
