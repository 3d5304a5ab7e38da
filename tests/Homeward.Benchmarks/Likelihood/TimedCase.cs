using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Simulation;

namespace Homeward.Benchmarks.Likelihood;

/// <summary>
/// The likelihood ratios that are timed: two hypotheses over the same typed members, readings drawn from the first.
/// </summary>
sealed class TimedCase
{
    const int Draws = 32;
    readonly PedigreeLikelihood _claim, _other;
    readonly MarkerModel[] _markers;
    readonly Theta _theta;
    readonly Reading[][][] _claimReadings, _otherReadings;       // by draw, then by marker

    TimedCase(string name, PedigreeRow[] claim, PedigreeRow[] other, string[] typed, int markers, double theta)
    {
        Name = name;
        _theta = new(theta);
        _markers = [.. Ladders.Markers.Take(markers).Select(it => Ladders.Of(it, []).Model)];
        var (claimed, otherwise) = (Valid(claim), Valid(other));
        (_claim, _other) = (new(claimed), new(otherwise));
        var random = new SeededRandom(7);
        var drop = new GeneDrop(claimed, Theta.Zero);
        (_claimReadings, _otherReadings) = (new Reading[Draws][][], new Reading[Draws][][]);
        for (var draw = 0; draw < Draws; draw++)
        {
            _claimReadings[draw] = [.. _markers.Select(it => Typed(Drawn(it), typed))];
            _otherReadings[draw] = [.. _claimReadings[draw].Select(it => Moved(it, claimed, otherwise))];
        }

        Reading[] Drawn(MarkerModel marker)
        {
            var readings = new Reading[claimed.Members.Count];
            drop.Draw(marker, random, readings);
            return readings;
        }

        Reading[] Typed(Reading[] readings, string[] ids) =>
            [.. readings.Select((it, i) => ids.Contains(claimed.Members[i].Id) ? it : Reading.Untyped)];
    }

    static MarkerLadders Ladders { get; } = NationalLadders();

    public string Name { get; }

    /// <summary>log10 LR of one draw, all markers.</summary>
    public double Ratio(int draw)
    {
        var (claim, other) = (_claimReadings[draw % Draws], _otherReadings[draw % Draws]);
        var log10 = 0.0;
        for (var m = 0; m < _markers.Length; m++)
            log10 += _claim.Log10(_markers[m], claim[m], _theta) - _other.Log10(_markers[m], other[m], _theta);
        return log10;
    }

    public static IReadOnlyList<TimedCase> All { get; } = [.. Made()];

    static IEnumerable<TimedCase> Made()
    {
        PedigreeRow[] trio = [Founder("F", Sex.Male), Founder("M", Sex.Female), new("C", Sex.Male, "F", "M")];
        PedigreeRow[] strangers = [Founder("F", Sex.Male), Founder("M", Sex.Female), Founder("C", Sex.Male)];
        PedigreeRow[] siblings = [.. trio, new("S", Sex.Female, "F", "M")];
        PedigreeRow[] two = [Founder("C", Sex.Male), Founder("S", Sex.Female)];
        foreach (var theta in (double[])[0, 0.03])
        {
            yield return new($"duo, 23 markers, theta {theta}", trio, strangers, ["F", "C"], 23, theta);
            yield return new($"trio, 23 markers, theta {theta}", trio, strangers, ["F", "M", "C"], 23, theta);
            yield return new($"two siblings, 23 markers, theta {theta}", siblings, two, ["C", "S"], 23, theta);
        }
        string[] nine = ["B3", "SB", "C1", "C2", "C3", "C4", "C5", "S3", "D1"];
        yield return new("15 members, 9 typed, 23 markers", Fifteen(), Fifteen("D1"), nine, 23, 0);
        string[] five = ["C2", "C3", "C4", "C5", "D1"];
        yield return new("15 members, 5 distant typed, 8 markers", Fifteen(), Fifteen("D1"), five, 8, 0);
        yield return new("first-cousin marriage, child and two cousins typed, 23 markers",
            Cousins(), Cousins("E"), ["C", "D", "E"], 23, 0);
        yield return new("first-cousin marriage, child and a grandmother typed, 23 markers",
            Cousins(), Cousins("E"), ["G2", "E"], 23, 0);
    }

    /// <summary>
    /// Three generations and one more: grandparents, three of their children, five grandchildren, one great-grandchild.
    /// </summary>
    static PedigreeRow[] Fifteen(string? unrelated = null) => Without(unrelated,
    [
        Founder("A1", Sex.Male), Founder("A2", Sex.Female),
        new("B1", Sex.Male, "A1", "A2"), new("B2", Sex.Female, "A1", "A2"), new("B3", Sex.Male, "A1", "A2"),
        Founder("SB", Sex.Female), Founder("S2", Sex.Male), Founder("S3", Sex.Female),
        new("C1", Sex.Male, "B1", "SB"), new("C2", Sex.Female, "B1", "SB"),
        new("C3", Sex.Male, "S2", "B2"), new("C4", Sex.Female, "S2", "B2"), new("C5", Sex.Male, "B3", "S3"),
        Founder("T", Sex.Female), new("D1", Sex.Male, "C1", "T"),
    ]);

    static PedigreeRow[] Cousins(string? unrelated = null) => Without(unrelated,
    [
        Founder("G1", Sex.Male), Founder("G2", Sex.Female),
        new("A", Sex.Male, "G1", "G2"), new("B", Sex.Female, "G1", "G2"),
        Founder("SA", Sex.Female), Founder("SB", Sex.Male),
        new("C", Sex.Male, "A", "SA"), new("D", Sex.Female, "SB", "B"), new("E", Sex.Male, "C", "D"),
    ]);

    static PedigreeRow[] Without(string? unrelated, PedigreeRow[] rows) =>
        [.. rows.Select(it => it.Id == unrelated ? it with { Father = null, Mother = null } : it)];

    static PedigreeRow Founder(string id, Sex sex) => new(id, sex, null, null);

    static Pedigree Valid(PedigreeRow[] rows)
    {
        var parsed = Pedigree.From(rows);
        return parsed.Value ?? throw new InvalidOperationException(string.Join("; ", parsed.Problems));
    }

    static Reading[] Moved(Reading[] readings, Pedigree from, Pedigree to) =>
        [.. to.Members.Select(it => readings[from.IndexOf(it.Id)])];

    /// <summary>Chinese Han, sex-specific stepwise mutation at the table's rates.</summary>
    static MarkerLadders NationalLadders()
    {
        var parsed = MarkerLadders.From(new()
        {
            Population = PopulationCatalogue.Find("china-han")!,
            Floor = new MinimumFrequency.FivePerCount(),
            Mutation = new(new MutationModel.Stepwise(0, 1e-6, 0.1), MutationRates.Of, "by marker"),
            Theta = Theta.Zero,
            SilentFrequency = _ => 0,
        });
        return parsed.Value ?? throw new InvalidOperationException(string.Join("; ", parsed.Problems));
    }
}
