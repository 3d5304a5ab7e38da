using Homeward.Genetics.Mutation;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.LrCases;

/// <summary>Reads alleles, frequencies and mutation models of one locus.</summary>
static class LocusReading
{
    /// <summary>A matrix has the square of this many cells.</summary>
    const int MostAlleles = 1000;

    const double Tolerance = 1e-9;

    /// <summary>The locus; null when it has no name to speak of.</summary>
    public static Locus? Read(JsonPlace place, bool isX)
    {
        var fields = place.Fields(["name", "alleles", "frequencies", "mutation"], "silentFrequency");
        var name = fields.GetValueOrDefault("name")?.Text();
        var ladder = Ladder(place, fields);
        if (!fields.TryGetValue("mutation", out var mutation)) return Unusable(name, ladder);
        var sexes = mutation.Fields(["male", "female"]);
        var male = Matrix(place, sexes.GetValueOrDefault("male"), ladder);
        var female = Matrix(place, sexes.GetValueOrDefault("female"), ladder);
        if (name is null || ladder is not { IsWhole: true } || male is null || female is null)
            return Unusable(name, ladder);
        return new(name, ladder.Alleles, new(name, isX, ladder.Frequencies, ladder.Silent, male, female));
    }

    /// <summary>The matrix of <c>{ "alleles", "frequencies", "silentFrequency", "spec" }</c>.</summary>
    public static NamedMatrix? ReadSpec(JsonPlace place)
    {
        var fields = place.Fields(["alleles", "frequencies", "spec"], "silentFrequency");
        var ladder = Ladder(place, fields);
        if (Matrix(place, fields.GetValueOrDefault("spec"), ladder) is not { } matrix) return null;
        return new(ladder!.Alleles, [.. Enumerable.Range(0, matrix.Size).Select(it => matrix.Row(it).ToArray())]);
    }

    static Locus? Unusable(string? name, LadderRead? ladder) => name is null ? null : new(name, ladder?.Alleles, null);

    /// <param name="Alleles">As written.</param>
    /// <param name="Frequencies">One for each allele, 0 where it could not be read.</param>
    /// <param name="Silent">0 when there is no silent allele.</param>
    /// <param name="IsWhole">True when nothing was wrong.</param>
    sealed record LadderRead(List<string> Alleles, List<double> Frequencies, double Silent, bool IsWhole);

    static LadderRead? Ladder(JsonPlace place, Dictionary<string, JsonPlace> fields)
    {
        var alleles = fields.TryGetValue("alleles", out var names) ? Alleles(names) : null;
        var frequencies = fields.TryGetValue("frequencies", out var numbers) ? Shares(numbers) : null;
        double? silent = 0;
        if (fields.TryGetValue("silentFrequency", out var given) && !given.IsNull) silent = Share(given);
        if (alleles is null) return null;
        if (frequencies is null || silent is null) return new(alleles, [], 0, IsWhole: false);
        var isWhole = frequencies.Count == alleles.Count && Math.Abs(frequencies.Sum() + silent.Value - 1) <= Tolerance;
        if (frequencies.Count != alleles.Count)
            numbers!.Wrong($"has {frequencies.Count} frequencies for {alleles.Count} alleles");
        else if (!isWhole) numbers!.Wrong(silent == 0 ? "do not sum to 1" : "do not sum to 1 - silentFrequency");
        return new(alleles, frequencies, silent.Value, isWhole);
    }

    static List<string>? Alleles(JsonPlace place)
    {
        var alleles = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var isWhole = place.IsList;
        foreach (var item in place.Items())
        {
            var text = item.Text();
            isWhole &= text is not null;
            if (text is null) continue;
            if (text.Length == 0 || text == GenotypeReading.Unknown) item.Wrong("is no name for an allele");
            else if (!seen.Add(text)) item.Wrong("is the same as an earlier allele");
            alleles.Add(text);
        }
        if (place.IsList && alleles.Count == 0) place.Wrong("is empty");
        if (alleles.Count > MostAlleles) place.Wrong($"has more than {MostAlleles} alleles");
        return isWhole && alleles.Count is > 0 and <= MostAlleles ? alleles : null;
    }

    static List<double>? Shares(JsonPlace place)
    {
        double?[] shares = [.. place.Items().Select(Share)];
        var isWhole = place.IsList && Array.TrueForAll(shares, it => it is not null);
        return isWhole ? [.. shares.Select(it => it!.Value)] : null;
    }

    static double? Share(JsonPlace place)
    {
        if (place.Number() is not { } value) return null;
        if (value is >= 0 and <= 1) return value;
        place.Wrong("is not between 0 and 1");
        return null;
    }

    static MutationMatrix? Matrix(JsonPlace locus, JsonPlace? spec, LadderRead? ladder)
    {
        if (spec is null || MutationSpecReader.Read(spec) is not { } model) return null;
        if (ladder is not { IsWhole: true }) return null;
        var parsed = model.MatrixOfNamed(ladder.Alleles, ladder.Frequencies);
        foreach (var problem in parsed.Problems)
        {
            var inLocus = problem.Place.StartsWith("alleles", StringComparison.Ordinal)
                || problem.Place.StartsWith("frequencies", StringComparison.Ordinal);
            (inLocus ? locus : spec).Wrong(problem);
        }
        return parsed.Value;
    }
}
