using Homeward.Cli.Inputs;
using Homeward.Genetics.Pedigrees;
using Homeward.Search.Assignment;

namespace Homeward.Cli.Commands.Assign;

/// <summary>What an assignment found, property by property the JSON of docs/guide/command-line.md.</summary>
/// <param name="Assumptions">What was taken for granted.</param>
/// <param name="PriorOdds">Of each child placed over not placed.</param>
/// <param name="AnySex">Whether children were placed where the recorded sex is another one.</param>
/// <param name="Groups">Largest first.</param>
/// <param name="Children">In the order of the files.</param>
/// <param name="Missing">In the order of the file.</param>
/// <param name="OtherSex">Pairs over an LR of 10,000 that were left aside for their sex.</param>
/// <param name="TooOpen">Families left aside: no exact calculation with this theta is in reach.</param>
sealed record AssignAnswer(
    AssumptionsAnswer Assumptions,
    double PriorOdds,
    bool AnySex,
    IReadOnlyList<AssignAnswer.Group> Groups,
    IReadOnlyList<AssignAnswer.Child> Children,
    IReadOnlyList<AssignAnswer.MissingMember> Missing,
    IReadOnlyList<AssignAnswer.OtherSexPair> OtherSex,
    IReadOnlyList<string> TooOpen)
{
    const double LeadLog10 = 4;

    /// <summary>Posteriors below this are not listed by pair.</summary>
    const double LeastPosterior = 1e-6;

    static readonly double Ln10 = Math.Log(10);

    /// <param name="Children">Names.</param>
    /// <param name="Families">Names.</param>
    /// <param name="Assignments">How many there are, nobody placed included.</param>
    /// <param name="LnLikelihoodOfNobody">ln-likelihood of the group's profiles when nobody is placed.</param>
    /// <param name="LeftOut">Upper bound of the posterior probability left out; 0 = nothing was.</param>
    /// <param name="FillingsLeftOut">How many ways to fill a family were.</param>
    /// <param name="Best">Best first.</param>
    public sealed record Group(
        IReadOnlyList<string> Children,
        IReadOnlyList<string> Families,
        double Assignments,
        double LnLikelihoodOfNobody,
        double LeftOut,
        int FillingsLeftOut,
        IReadOnlyList<Ranked> Best);

    public sealed record Ranked(
        int Rank, bool IsTied, double LnLikelihood, double Log10OverNobody, double Posterior,
        double Log10PosteriorOdds, IReadOnlyList<Pair> Pairs);

    public sealed record Pair(string Child, string Family, string Missing);

    /// <param name="Name">The sample's name.</param>
    /// <param name="Sex">By amelogenin.</param>
    /// <param name="Nowhere">Posterior probability that no family here is the child's.</param>
    /// <param name="Places">Posteriors of a millionth and more, best first.</param>
    public sealed record Child(string Name, Sex Sex, double Nowhere, IReadOnlyList<Place> Places);

    /// <param name="Family">The family.</param>
    /// <param name="Missing">The missing member.</param>
    /// <param name="Log10">log10 LR of the pair by itself.</param>
    /// <param name="Posterior">Among all assignments.</param>
    /// <param name="Log10PosteriorOdds">log10 of posterior/(1 − posterior).</param>
    /// <param name="IsTied">True when another place of this child has the same posterior to six digits.</param>
    public sealed record Place(
        string Family, string Missing, double Log10, double Posterior, double Log10PosteriorOdds, bool IsTied);

    /// <param name="Family">The family.</param>
    /// <param name="Missing">The member.</param>
    /// <param name="NotFound">Posterior probability that none of the children is he or she.</param>
    public sealed record MissingMember(string Family, string Missing, double NotFound);

    public sealed record OtherSexPair(string Child, string Family, string Missing, double Log10);

    public static AssignAnswer Of(AssignInput input, AssignmentResult result)
    {
        var (families, children) = (input.Families, input.Children);
        var pairs = result.Pairs.ToLookup(it => it.Place.Child);
        return new(
            input.Assumptions.Answer, input.Settings.PriorOdds, input.Settings.AnySex,
            [.. result.Groups.Select(it => new Group(
                [.. it.Children.Select(child => children[child].Id)],
                [.. it.Families.Select(family => families[family].Id)],
                it.Count, it.LnNobody, it.LeftOut, it.FillingsLeftOut, [.. it.Best.Select(Ranking)]))],
            [.. children.Select((it, i) => new Child(
                it.Id, it.Sex, Math.Exp(result.Nowhere[i]), Places(pairs[i], result.Nowhere[i])))],
            [.. families.Index().SelectMany(it => it.Item.Missing.Select(member => new MissingMember(
                it.Item.Id, MemberName(it.Index, member), Math.Exp(result.NotFound[(it.Index, member)]))))],
            [.. result.Pairs.Where(it => it.OtherSex && it.Log10 >= LeadLog10).Select(it => new OtherSexPair(
                children[it.Place.Child].Id, families[it.Family].Id, MemberName(it.Family, it.Place.Member),
                it.Log10))],
            [.. result.TooOpen.Select(it => families[it].Id)]);

        string MemberName(int family, int member) => families[family].Pedigree.Members[member].Id;

        Ranked Ranking(RankedAssignment it) => new(
            it.Rank, it.IsTied, it.LnLikelihood, it.Log10OverNobody, Math.Exp(it.LnPosterior),
            Odds(it.LnPosterior, LnOther(it.LnPosterior)),
            [.. it.Fillings.SelectMany(filling => filling.Placed.Select(place => new Pair(
                children[place.Child].Id, families[filling.Family].Id, MemberName(filling.Family, place.Member))))]);

        IReadOnlyList<Place> Places(IEnumerable<PairPosterior> ofChild, double lnNowhere)
        {
            var all = ofChild.Where(it => Math.Exp(it.LnPosterior) >= LeastPosterior)
                .OrderByDescending(it => Rounded(it.LnPosterior)).ThenBy(it => it.Family).ThenBy(it => it.Place.Member)
                .ToArray();
            return [.. all.Select(it => new Place(
                families[it.Family].Id, MemberName(it.Family, it.Place.Member), it.Log10, Math.Exp(it.LnPosterior),
                Odds(it.LnPosterior, LnOthers(it, ofChild, lnNowhere)),
                all.Count(other => Rounded(other.LnPosterior) == Rounded(it.LnPosterior)) > 1))];
        }
    }

    /// <summary>What the child's other places and no place at all have together: exact when next to nothing.</summary>
    static double LnOthers(PairPosterior pair, IEnumerable<PairPosterior> ofChild, double lnNowhere) =>
        Math.Log(Math.Exp(lnNowhere) + ofChild.Where(it => it != pair).Sum(it => Math.Exp(it.LnPosterior)));

    static double LnOther(double ln) => Math.Log(-double.ExpM1(ln));

    static double Odds(double ln, double lnOther) => (ln - lnOther) / Ln10;

    static double Rounded(double ln) => Math.Round(ln / Ln10, 6);
}
