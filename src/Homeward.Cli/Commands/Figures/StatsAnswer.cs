using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Statistics;
using FiguresOf = Homeward.Cases.Statistics.Figures;

namespace Homeward.Cli.Commands.Figures;

/// <summary>What <c>stats</c> says; the schema is in docs/guide/command-line.md.</summary>
/// <param name="Since">The first day.</param>
/// <param name="AsOf">The last day.</param>
/// <param name="LastLine">Of the ledger, counted.</param>
/// <param name="AgeRules">Side by side; the first is the one that sentences use.</param>
/// <param name="Total">Of all lines.</param>
/// <param name="By">What the parts are, if any.</param>
/// <param name="Parts">Of the total; jurisdictions of parts are sets and not to be added.</param>
/// <param name="Responses">How long those rescued on these days waited, as the facts are known now; null when an
/// earlier line of the ledger was asked for.</param>
sealed record StatsAnswer(
    string Since, string AsOf, long LastLine, IReadOnlyList<string> AgeRules, StatsAnswer.Part Total,
    StatsCommand.Parting By, IReadOnlyList<StatsAnswer.Part> Parts, StatsAnswer.Waits? Responses)
{
    /// <param name="ToPlacement">From the rescue into a home.</param>
    /// <param name="ToSample">From the rescue to the first sample.</param>
    /// <param name="ToResult">From that sample to the first accepted profile.</param>
    public sealed record Waits(Hours ToPlacement, Hours ToSample, Hours ToResult)
    {
        public static Waits Of(ResponseTimes it) =>
            new(Hours.Of(it.ToPlacement), Hours.Of(it.ToSample), Hours.Of(it.ToResult));
    }

    /// <param name="Done">Who came to it.</param>
    /// <param name="NotYet">Who has not.</param>
    /// <param name="Median">Half took no longer; null when nobody came to it.</param>
    /// <param name="NinetyPercent">Nine in ten took no longer.</param>
    /// <param name="Longest">Of those who came to it.</param>
    public sealed record Hours(int Done, int NotYet, double? Median, double? NinetyPercent, double? Longest)
    {
        public static Hours Of(ResponseTimes.Step it) => new(
            it.Took.Count, it.NotYet, Rounded(it.Took.Median), Rounded(it.Took.NinetyPercent),
            Rounded(it.Took.Longest));

        static double? Rounded(TimeSpan? span) => span is { } it ? Math.Round(it.TotalHours, 1) : null;
    }

    /// <param name="Name">Of the operation, the code of the jurisdiction; empty for what is in no operation.</param>
    /// <param name="Counts">By metric, as the ledger names it.</param>
    /// <param name="Persons">Rescued, by age rule.</param>
    /// <param name="Jurisdictions">Taking part.</param>
    /// <param name="ForeignPartners">Taking part from other countries.</param>
    /// <param name="Officers">Sent by them.</param>
    public sealed record Part(
        string Name, IReadOnlyDictionary<string, int> Counts, IReadOnlyDictionary<string, AgeClassCounts> Persons,
        IReadOnlyList<string> Jurisdictions, IReadOnlyList<string> ForeignPartners, int Officers)
    {
        public int Of(Metric metric) => Counts.GetValueOrDefault(metric.ToString());
    }

    public static Part PartOf(
        string name, IEnumerable<LedgerLine> lines, JurisdictionProfile profile, LedgerSums sums)
    {
        var figures = FiguresOf.Of(
            lines, profile.AgeRules,
            lead => profile.Country is { } own && sums.Country.TryGetValue(lead, out var of) && of.Value != own);
        return new(
            name,
            Enum.GetValues<Metric>().Where(it => it != Metric.Participations)
                .ToDictionary(it => it.ToString(), figures.Of),
            figures.Persons,
            [.. figures.Jurisdictions.Select(it => it.Value)],
            [.. figures.ForeignPartners.Select(it => it.Value)],
            figures.Officers);
    }
}
