using Homeward.Cases.Access;
using Homeward.Cases.Statistics;
using Homeward.Cases.Time;

namespace Homeward.Storage.Statistics;

/// <summary>Figures counted from the ledger, and times from the facts, whenever somebody asks.</summary>
public sealed class StatisticsStore(CaseSession session)
{
    /// <summary>What the ledger adds up to, of the regions that who asks may see. Says nothing about anybody: no
    /// subject is handed out.</summary>
    public Task<LedgerSums> SumsAsync(StatisticsQuestion question, CancellationToken cancel) =>
        session.ReadAsync<LedgerSums>(
            new(Permission.ReadStatistics, FieldClasses.Public),
            async context =>
            {
                var sums = await LedgerReader.ReadAsync(context, question, cancel);
                return new(sums with { Lines = [.. sums.Lines.Where(it => context.Sight.Sees(it.Lead))] }, []);
            },
            cancel);

    /// <summary>How long those rescued on these days waited, as the facts are known now. Nobody is named.</summary>
    public Task<ResponseTimes> ResponsesAsync(
        DateOnly since, DateOnly asOf, Zone zone, CancellationToken cancel) =>
        session.ReadAsync<ResponseTimes>(
            new(Permission.ReadStatistics, FieldClasses.Internal),
            async context => new(
                ResponseTimes.Of(
                    await ResponseReading.AllAsync(context, cancel),
                    zone.StartOf(since), zone.StartOf(asOf.AddDays(1))),
                []),
            cancel);
}
