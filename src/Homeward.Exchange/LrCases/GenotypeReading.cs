using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.LrCases;

/// <summary>Reads <c>{ "CH": { "D3S1358": ["15", "16"] } }</c>: what was seen of each person.</summary>
sealed class GenotypeReading(bool isX, List<Hypothesis> hypotheses)
{
    /// <summary>Stands for an allele that could not be told.</summary>
    public const string Unknown = "-";

    static readonly Dictionary<string, Reading> Nobody = [];
    readonly Dictionary<string, Dictionary<string, Reading>> _byLocus = new(StringComparer.Ordinal);

    /// <summary>Readings at a locus by person.</summary>
    public IReadOnlyDictionary<string, Reading> Of(string locus) => _byLocus.GetValueOrDefault(locus, Nobody);

    public void Read(JsonPlace place, IReadOnlyList<Locus> loci)
    {
        var indices = loci.ToDictionary(it => it.Name, IndexByAllele, StringComparer.Ordinal);
        foreach (var (person, typed) in place.Entries())
        {
            var sex = CheckPresence(person, typed);
            foreach (var (locus, alleles) in typed.Entries())
            {
                if (!indices.TryGetValue(locus, out var index)) alleles.Wrong("is of no locus of this case");
                else if (index is not null && One(alleles, index, isX && sex == Sex.Male) is { } reading)
                    Add(locus, person, reading);
            }
        }
    }

    void Add(string locus, string person, Reading reading)
    {
        if (!_byLocus.TryGetValue(locus, out var readings))
            _byLocus.Add(locus, readings = new(StringComparer.Ordinal));
        readings.Add(person, reading);
    }

    static Dictionary<string, int>? IndexByAllele(Locus locus)
    {
        if (locus.Alleles is null) return null;
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < locus.Alleles.Count; i++) index.TryAdd(locus.Alleles[i], i);
        return index;
    }

    /// <summary>A typed person belongs to every hypothesis, with the same sex.</summary>
    Sex CheckPresence(string person, JsonPlace place)
    {
        var sex = Sex.Unknown;
        foreach (var (name, pedigree) in hypotheses)
        {
            var index = pedigree.IndexOf(person);
            if (index < 0)
            {
                place.Wrong($"is of a person who is missing from hypothesis {name}");
                continue;
            }
            if (sex == Sex.Unknown) sex = pedigree.Members[index].Sex;
            else if (sex != pedigree.Members[index].Sex)
                place.Wrong($"is of a person who has another sex in hypothesis {name}");
        }
        return sex;
    }

    static Reading? One(JsonPlace place, Dictionary<string, int> index, bool isSingle)
    {
        var read = new List<int>();                              // −1 for an unknown allele
        var isWhole = place.IsList;
        foreach (var item in place.Items())
        {
            if (item.Text() is not { } text) isWhole = false;
            else if (text == Unknown) read.Add(-1);
            else if (index.TryGetValue(text, out var allele)) read.Add(allele);
            else
            {
                item.Wrong("is no allele of this locus");
                isWhole = false;
            }
        }
        if (!isWhole) return null;
        read.Sort();
        if (isSingle)
        {
            if (read is [>= 0] || (read is [>= 0, _] && read[0] == read[1])) return Reading.Of(read[0], read[0]);
            place.Wrong("is not one allele, as a male has at an X marker");
            return null;
        }
        if (read is [>= 0, _]) return Reading.Of(read[0], read[1]);
        if (read is [-1, >= 0]) return Reading.OneKnown(read[1]);
        place.Wrong(read is [-1, -1] ? "tells no allele; leave it out" : "is not two alleles");
        return null;
    }
}
