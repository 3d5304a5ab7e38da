using Homeward.Exchange.Profiles;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Familias;

/// <summary>The persons of a Familias file and their genotypes, given as indices into loci that come later.</summary>
sealed class PersonsPart(FamLines lines)
{
    readonly List<Person> _persons = [];
    readonly List<Profile> _profiles = [];

    public sealed record Person(string Id, Sex Sex, bool ConsidersDropOut, string Place, List<Genotype> Genotypes);

    /// <summary>Indices into the locus and its alleles.</summary>
    public readonly record struct Genotype(int First, int Second, int Locus, string Place);

    public IReadOnlyList<Person> Persons => _persons;

    /// <summary>The typed persons, after <see cref="Resolve"/>.</summary>
    public IReadOnlyList<Profile> Profiles => _profiles;

    public void Read(int count)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count && !lines.Failed; i++)
        {
            var id = lines.Next("the name of a person");
            var place = lines.Place;
            if (id.Length is 0 or > ProfileCollector.LongestName)
                lines.Report(place, "is no name of 1 to 100 characters");
            if (!ids.Add(id)) lines.Report(place, "the person is given a second time");
            lines.Next("a flag");
            var dropOut = lines.Next("-1").Contains("Consider dropouts", StringComparison.Ordinal);
            lines.Next("a flag");
            var sex = lines.Flag("whether the person is male") ? Sex.Male : Sex.Female;
            var genotypes = new List<Genotype>();
            for (var left = lines.Count("the number of genotypes"); left > 0 && !lines.Failed; left--)
            {
                var (first, second) = (lines.Count("an allele's index"), lines.Count("an allele's index"));
                genotypes.Add(new(first, second, lines.Count("a locus's index"), lines.Place));
            }
            _persons.Add(new(id, sex, dropOut, place, genotypes));
        }
    }

    /// <summary>Turns the indices into profiles; the loci must have been read.</summary>
    public void Resolve(LociPart loci)
    {
        if (lines.Failed) return;
        var at = "";
        var collector = new ProfileCollector(_ => at, lines.Problems, lines.Warnings);
        foreach (var person in _persons.Where(it => it.Genotypes.Count > 0))
        {
            at = person.Place;
            if (collector.SampleNamed(person.Id) is not { } sample) continue;
            foreach (var genotype in person.Genotypes)
            {
                at = genotype.Place;
                Add(collector, sample, genotype, loci);
            }
            sample.DropOut = person.ConsidersDropOut ? loci.LargestDropOut : 0;
        }
        _profiles.AddRange(collector.Profiles());
    }

    void Add(ProfileCollector collector, ProfileCollector.Sample sample, Genotype genotype, LociPart loci)
    {
        if (loci.At(genotype.Locus) is not { } entry)
        {
            lines.Report(genotype.Place, "names a locus that is not in the database");
            return;
        }
        collector.BeginMarker();
        foreach (var index in (ReadOnlySpan<int>)[genotype.First, genotype.Second])
        {
            if (index < entry.InOrder.Count) collector.AddAllele(entry.InOrder[index]);
            else lines.Report(genotype.Place, "names an allele that is not in the locus");
        }
        if (collector.MarkerNamed(entry.Locus.Name) is { } marker) collector.EndMarker(sample, marker);
    }
}
