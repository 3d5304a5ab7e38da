using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.LrCases;

/// <summary>Checks one case and says everything that is wrong with it.</summary>
sealed class LrCaseReading(JsonPlace root)
{
    readonly Dictionary<string, JsonPlace> _fields =
        root.Fields(["id", "chromosome", "theta", "loci", "hypotheses", "genotypes"], "dropout");

    /// <summary>The case; null, or a case that must not be used, when there are problems.</summary>
    public LrCase? Result()
    {
        var id = Field("id")?.Text();
        var isX = IsX();
        var theta = Share("theta");
        var hypotheses = Hypotheses();
        var genotypes = new GenotypeReading(isX ?? false, hypotheses);
        var loci = Loci(isX ?? false);
        if (Field("genotypes") is { } place) genotypes.Read(place, loci);
        var dropOut = DropOut(hypotheses);
        if (id is null || isX is null || theta is null) return null;
        return new()
        {
            Id = id,
            Theta = new(theta.Value),
            Markers = [.. loci.Select(it => new LrMarker(it.Model!, genotypes.Of(it.Name)))],
            Hypotheses = hypotheses,
            DropOut = dropOut,
        };
    }

    JsonPlace? Field(string name) => _fields.GetValueOrDefault(name);

    bool? IsX()
    {
        if (Field("chromosome") is not { } place || place.Text() is not { } text) return null;
        if (text is "autosomal" or "X") return text == "X";
        place.Wrong("is neither autosomal nor X");
        return null;
    }

    double? Share(string name)
    {
        if (Field(name) is not { } place || place.Number() is not { } value) return null;
        if (value is >= 0 and < 1) return value;
        place.Wrong("is not between 0 and below 1");
        return null;
    }

    List<Locus> Loci(bool isX)
    {
        var loci = new List<Locus>();
        if (Field("loci") is not { } place) return loci;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in place.Items())
        {
            if (LocusReading.Read(item, isX) is not { } locus) continue;
            if (seen.Add(locus.Name)) loci.Add(locus);
            else item.Wrong("has the name of an earlier locus");
        }
        if (place.IsList && !place.Items().Any()) place.Wrong("is empty");
        return loci;
    }

    List<Hypothesis> Hypotheses()
    {
        var hypotheses = new List<Hypothesis>();
        if (Field("hypotheses") is not { } place) return hypotheses;
        var count = 0;
        foreach (var (name, rows) in place.Entries())
        {
            count++;
            if (PedigreeOf(rows) is { } pedigree) hypotheses.Add(new(name, pedigree));
        }
        if (count < 2) place.Wrong("has fewer than two hypotheses");
        return hypotheses;
    }

    static Pedigree? PedigreeOf(JsonPlace place)
    {
        var rows = new List<PedigreeRow>();
        var whole = place.IsList;
        foreach (var item in place.Items())
        {
            if (Row(item) is { } row) rows.Add(row);
            else whole = false;
        }
        if (!whole) return null;
        var parsed = Pedigree.From(rows);
        foreach (var problem in parsed.Problems)
            place.Wrong(problem.Place.Length == 0 ? problem.What : $"{problem.Place} {problem.What}");
        return parsed.Value;
    }

    static PedigreeRow? Row(JsonPlace place)
    {
        var fields = place.Fields(["id", "sex"], "father", "mother");
        var id = fields.GetValueOrDefault("id")?.Text();
        var sex = fields.TryGetValue("sex", out var written) ? SexOf(written) : null;
        var (father, fatherIsFine) = Parent(fields, "father");
        var (mother, motherIsFine) = Parent(fields, "mother");
        if (id is null || sex is not { } known || !fatherIsFine || !motherIsFine) return null;
        return new(id, known, father, mother);
    }

    static Sex? SexOf(JsonPlace place)
    {
        switch (place.Text())
        {
            case null: return null;
            case "male": return Sex.Male;
            case "female": return Sex.Female;
            default:
                place.Wrong("is neither male nor female");
                return null;
        }
    }

    static (string? Id, bool IsFine) Parent(Dictionary<string, JsonPlace> fields, string which)
    {
        if (!fields.TryGetValue(which, out var place) || place.IsNull) return (null, true);
        var id = place.Text();
        return (id, id is not null);
    }

    Dictionary<string, double> DropOut(List<Hypothesis> hypotheses)
    {
        var dropOut = new Dictionary<string, double>(StringComparer.Ordinal);
        if (Field("dropout") is not { IsNull: false } place) return dropOut;
        foreach (var (person, value) in place.Entries())
        {
            if (hypotheses.Count > 0 && hypotheses.TrueForAll(it => it.Pedigree.IndexOf(person) < 0))
                value.Wrong("is of a person in no hypothesis");
            if (value.Number() is not { } d) continue;
            if (d is >= 0 and < 1) dropOut.Add(person, d);
            else value.Wrong("is not between 0 and below 1");
        }
        return dropOut;
    }
}
