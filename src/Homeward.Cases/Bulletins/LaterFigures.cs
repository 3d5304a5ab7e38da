using Homeward.Cases.Statistics;

namespace Homeward.Cases.Bulletins;

/// <summary>What was recorded after figures were frozen: it stands beside them, never in them. Below zero when counts
/// were undone.</summary>
public sealed record LaterFigures(int Children, int Women, int Suspects, int Rings, int Cases, int Routes)
{
    /// <param name="then">As published.</param>
    /// <param name="now">The same part of the ledger with all that is known now.</param>
    /// <param name="rule">The age rule of both.</param>
    public static LaterFigures Of(Figures then, Figures now, string rule)
    {
        int More(Metric metric) => now.Of(metric) - then.Of(metric);
        return new(
            now.Persons[rule].Children - then.Persons[rule].Children,
            now.Persons[rule].Women - then.Persons[rule].Women,
            More(Metric.SuspectsDetained), More(Metric.RingsBrokenUp), More(Metric.CasesSolved),
            More(Metric.RoutesClosed));
    }
}
