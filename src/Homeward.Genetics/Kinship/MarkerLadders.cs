using System.Collections.Concurrent;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Kinship;

/// <summary>
/// Turns assumptions into marker models. Each calculation gets the ladder of the alleles it has seen itself.
/// </summary>
public sealed class MarkerLadders
{
    readonly Dictionary<string, MarkerLadder> _published;
    readonly ConcurrentDictionary<string, MarkerLadder> _widened = new(StringComparer.Ordinal);

    MarkerLadders(KinshipAssumptions assumptions, Dictionary<string, MarkerLadder> published) =>
        (Assumptions, _published) = (assumptions, published);

    public KinshipAssumptions Assumptions { get; }

    /// <summary>Autosomal and X markers of the population, by canonical name; others are not calculated with.</summary>
    public IReadOnlyCollection<string> Markers => _published.Keys;

    /// <returns>The ladders, or every reason why frequencies, floor and mutation model do not go together.</returns>
    public static Parsed<MarkerLadders> From(KinshipAssumptions assumptions)
    {
        var problems = assumptions.Population.Refusals(assumptions.Floor);
        if (problems.Any) return problems;
        var published = new Dictionary<string, MarkerLadder>(StringComparer.Ordinal);
        foreach (var marker in assumptions.Population.Markers)
        {
            if (MarkerCatalogue.Find(marker)?.Kind is MarkerKind.Y or MarkerKind.Amelogenin) continue;
            if (Build(assumptions, marker, [], problems) is { } ladder) published.Add(marker, ladder);
        }
        return problems.Any ? problems : new MarkerLadders(assumptions, published);
    }

    /// <summary>The same frequencies and mutation with another coancestry.</summary>
    public MarkerLadders With(Theta theta) =>
        theta == Assumptions.Theta ? this : new(Assumptions with { Theta = theta }, _published);

    public bool Has(string marker) => _published.ContainsKey(marker);

    public bool IsX(string marker) => _published[marker].Model.IsX;

    /// <summary>The ladder with the published alleles and those seen in this calculation.</summary>
    public MarkerLadder Of(string marker, IEnumerable<Allele> seen)
    {
        var published = _published[marker];
        var extra = seen.Where(it => published.IndexOf(it) < 0).Distinct().Order().ToArray();
        if (extra.Length == 0) return published;
        return _widened.GetOrAdd(marker + " + " + string.Join(' ', extra), _ => Widened(marker, extra));
    }

    /// <summary>Why the mutation model does not go together with these alleles beside the published ones.</summary>
    public Problems Refusals(string marker, IEnumerable<Allele> seen)
    {
        var problems = new Problems();
        Build(Assumptions, marker, [.. seen], problems);
        return problems;
    }

    MarkerLadder Widened(string marker, Allele[] extra)
    {
        var problems = new Problems();
        var ladder = Build(Assumptions, marker, extra, problems);
        Check.That(ladder is not null, "a rare allele more leaves the mutation model valid");
        return ladder;
    }

    static MarkerLadder? Build(KinshipAssumptions assumptions, string marker, Allele[] extra, Problems problems)
    {
        var table = assumptions.Population.Find(marker);
        Check.That(table is not null);
        var ladder = table.Ladder(extra, assumptions.Floor);
        var silent = assumptions.SilentFrequency(marker);
        var visible = ladder.Frequencies.Select(it => it * (1 - silent)).ToArray();
        var male = Matrix(male: true);
        var female = Matrix(male: false);
        if (male is null || female is null) return null;
        var isX = MarkerCatalogue.Find(marker)?.Kind == MarkerKind.X;
        var model = new MarkerModel(marker, isX, visible, silent, male, female);
        return new(model, ladder.Alleles);

        MutationMatrix? Matrix(bool male)
        {
            var matrix = assumptions.Mutation.Of(marker, male).Matrix(ladder.Alleles, visible);
            foreach (var problem in matrix.Problems)
            {
                var place = $"{assumptions.Population.Name}, {marker}, {(male ? "male" : "female")} mutation";
                problems.Add(place, problem.What);
            }
            return matrix.Value;
        }
    }
}
