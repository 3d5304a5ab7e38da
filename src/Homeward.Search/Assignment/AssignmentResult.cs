namespace Homeward.Search.Assignment;

/// <summary>What a joint assignment found; children and families by their places in the lists given.</summary>
/// <param name="Groups">Largest first; children and families in none of them can be placed nowhere.</param>
/// <param name="Pairs">Every child with every missing member: by itself, and among all assignments.</param>
/// <param name="Nowhere">For each child, ln of the posterior probability that no family here is its own.</param>
/// <param name="NotFound">For each missing member, ln of the posterior that none of the children is he or she.</param>
/// <param name="TooOpen">Families left aside: no exact calculation with this theta is in reach.</param>
public sealed record AssignmentResult(
    IReadOnlyList<AssignmentGroup> Groups,
    IReadOnlyList<PairPosterior> Pairs,
    IReadOnlyList<double> Nowhere,
    IReadOnlyDictionary<(int Family, int Member), double> NotFound,
    IReadOnlyList<int> TooOpen);

/// <summary>Children and families that compete.</summary>
/// <param name="Children">Ascending.</param>
/// <param name="Families">Ascending.</param>
/// <param name="Count">Assignments with a likelihood above 0, the one that places nobody included.</param>
/// <param name="LnNobody">ln-likelihood of the profiles when nobody is placed.</param>
/// <param name="Best">The best assignments, in order.</param>
/// <param name="LeftOut">Upper bound of the posterior probability that was left out; 0 = everything is here.</param>
/// <param name="FillingsLeftOut">How many ways to fill a family were left out.</param>
public sealed record AssignmentGroup(
    IReadOnlyList<int> Children,
    IReadOnlyList<int> Families,
    double Count,
    double LnNobody,
    IReadOnlyList<RankedAssignment> Best,
    double LeftOut,
    int FillingsLeftOut);

/// <summary>One assignment of a group.</summary>
/// <param name="Rank">1 for the best; equal for ties.</param>
/// <param name="IsTied">True when another one has the same weight to six places of log10.</param>
/// <param name="LnLikelihood">Of the group's profiles.</param>
/// <param name="Log10OverNobody">log10 LR over placing nobody.</param>
/// <param name="LnPosterior">With the prior.</param>
/// <param name="Fillings">Empty = nobody is placed.</param>
public sealed record RankedAssignment(
    int Rank, bool IsTied, double LnLikelihood, double Log10OverNobody, double LnPosterior,
    IReadOnlyList<Filling> Fillings);

/// <summary>One child and one missing member.</summary>
/// <param name="Family">The family.</param>
/// <param name="Place">The child and the member.</param>
/// <param name="Log10">log10 LR against unrelated of this pair by itself; NaN when it is 0/0.</param>
/// <param name="OtherSex">Left aside because recorded sex and amelogenin differ.</param>
/// <param name="LnPosterior">Among all assignments; −∞ when it is in none.</param>
public sealed record PairPosterior(int Family, Placement Place, double Log10, bool OtherSex, double LnPosterior);
