using Homeward.Cases.Access;
using Homeward.Cases.Statistics;

namespace Homeward.Storage.Statistics;

/// <summary>Figures counted from the ledger, whenever somebody asks.</summary>
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
}
