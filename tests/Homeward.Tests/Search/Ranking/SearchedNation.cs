using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;
using Homeward.Search.Ranking;

namespace Homeward.Tests.Search.Ranking;

/// <summary>
/// A few families of every kind and a few children, some of them theirs, as laboratories deliver them: different kits,
/// partial readings, alleles nobody has listed, samples with drop-out; autosomes and X.
/// </summary>
sealed class SearchedNation
{
    static readonly string[] Autosomes = ["TH01", "D21S11", "FGA", "vWA", "Penta E", "D12S391", "D18S51", "D2S1338"];
    static readonly string[] OnTheX = ["DXS8378", "DXS7132", "HPRTB"];
    readonly SeededRandom _random;

    public SearchedNation(ulong seed, IReadOnlyList<FamilyKind> kinds, int strangers)
    {
        _random = new(seed);
        var kit = new Kit("made up", [.. Autosomes, .. OnTheX, "AMEL"], "");
        var panel = SimulatedPanel.Of(kit, Population("china-han"), mutates: true);
        var (families, children) = (new List<Family>(), new List<RescuedChild>());
        var drops = new Dictionary<Pedigree, ProfileDrop>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < kinds.Count + strangers; i++)
        {
            var kind = kinds[i % kinds.Count];
            var pedigree = kind.With(i % 2 == 0 ? Sex.Male : Sex.Female);
            if (!drops.TryGetValue(pedigree, out var drop))
                drops.Add(pedigree, drop = new(panel, pedigree, new Theta(0.01), dropOut: 0));
            var drawn = drop.Draw(_random);
            var missing = pedigree.IndexOf(FamilyKind.Missing);
            children.Add(new(AsDelivered($"C{i}", panel, drawn[missing])));
            if (i >= kinds.Count) continue;
            var profiles = pedigree.Members.Select((it, m) =>
                kind.IsTyped(it.Id) ? AsDelivered($"F{i}-{it.Id}", panel, drawn[m]) : null);
            families.Add(new($"F{i}", pedigree, [.. profiles], [missing]));
        }
        (Families, Children) = (families, children);
    }

    public IReadOnlyList<Family> Families { get; }
    public IReadOnlyList<RescuedChild> Children { get; }

    public static MarkerLadders Ladders(string population, double theta, double silent, MutationModel shape) =>
        MarkerLadders.From(new()
        {
            Population = Population(population),
            Floor = new MinimumFrequency.Fixed(0.002),
            Mutation = new(shape, MutationRates.Of, "catalogue"),
            Theta = new(theta),
            SilentFrequency = _ => silent,
        }).Value!;

    /// <summary>No published table here has X markers, so three autosomal ones lend theirs.</summary>
    static AlleleFrequencies Population(string name)
    {
        var published = PopulationCatalogue.Find(name)!;
        var lent = OnTheX.Zip(["TPOX", "D16S539", "D7S820"], (x, autosomal) => As(x, published.Find(autosomal)!));
        return new(name, published.Citation, [.. Autosomes.Select(it => published.Find(it)!), .. lent]);

        static MarkerFrequencies As(string marker, MarkerFrequencies it) =>
            new(marker, it.Alleles, it.Frequencies, it.Chromosomes);
    }

    Profile AsDelivered(string id, SimulatedPanel panel, Genotype?[] drawn)
    {
        var dropOut = _random.NextIs(0.2) ? 0.05 : 0;
        var genotypes = new Dictionary<string, Genotype>();
        foreach (var (marker, genotype) in panel.Markers.Zip(drawn))
            if (genotype is { } read && _random.NextIs(0.85)) genotypes.Add(marker.Name, AsRead(read, dropOut));
        return new(id, genotypes) { DropOut = dropOut };
    }

    Genotype AsRead(Genotype genotype, double dropOut)
    {
        if (!genotype.Low.IsRepeat) return genotype;
        if (_random.NextIs(0.03)) return Genotype.OneKnown(genotype.Low);
        if (_random.NextIs(0.03)) return new(genotype.Low, Allele.Repeats(genotype.High.Tenths / 10, 1));
        return _random.NextIs(dropOut) ? new(genotype.Low, genotype.Low) : genotype;
    }
}
