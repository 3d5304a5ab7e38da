using Homeward.Cases.Statistics;
using Homeward.Cases.Time;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Statistics;

/// <summary>Adds to the ledger, inside the transaction of whatever act changes a counted fact.</summary>
static class LedgerBook
{
    /// <summary>As in the rule's file: one transaction at a time adds lines.</summary>
    const string OneAtATime = "SELECT pg_advisory_xact_lock(4851409)";

    const int KeysOfOneQuery = 500;

    /// <summary>Adds the lines that make the ledger say what the tallies say; none when it says so already.</summary>
    /// <remarks>Call it after the facts were read in this transaction. The lines are saved with the act's other
    /// rows.</remarks>
    public static async Task BookAsync(
        CaseContext context, IReadOnlyCollection<Tally> tallies, Instant now, CancellationToken cancel)
    {
        context.AddRange(await LinesAsync(context, tallies, now, cancel));
    }

    /// <summary>The lines to add, in their order.</summary>
    internal static async Task<List<CountEntry>> LinesAsync(
        CaseContext context, IReadOnlyCollection<Tally> tallies, Instant now, CancellationToken cancel)
    {
        var lines = new List<CountEntry>();
        if (tallies.Count == 0) return lines;
        // Whoever waits here sees, in its next statement, what the one before has added.
        if (context.Database.IsNpgsql()) await context.Database.ExecuteSqlRawAsync(OneAtATime, cancel);
        var last = await LastAsync(context, [.. tallies.Select(it => it.Key.Subject).Distinct()], cancel);
        foreach (var tally in tallies)
            foreach (var line in tally.Lines(last.GetValueOrDefault(tally.Key), now))
            {
                lines.Add(line);
                last[tally.Key] = line;
            }
        return lines;
    }

    static async Task<Dictionary<CountKey, CountEntry>> LastAsync(
        CaseContext context, string[] subjects, CancellationToken cancel)
    {
        var last = new Dictionary<CountKey, CountEntry>();
        foreach (var chunk in subjects.Chunk(KeysOfOneQuery))
        {
            var lines = context.Set<CountEntry>().AsNoTracking().Where(it => chunk.Contains(it.Subject));
            await foreach (var line in lines.AsAsyncEnumerable().WithCancellation(cancel)) Keep(last, line);
        }
        // Added by this act and not saved yet.
        foreach (var line in context.ChangeTracker.Entries<CountEntry>()) Keep(last, line.Entity);
        return last;
    }

    static void Keep(Dictionary<CountKey, CountEntry> last, CountEntry line)
    {
        if (!last.TryGetValue(line.Key, out var other) || other.Ordinal < line.Ordinal) last[line.Key] = line;
    }
}
