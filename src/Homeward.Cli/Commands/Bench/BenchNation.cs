using Homeward.Genetics.Kinship;
using Homeward.Genetics.Likelihood;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Profiles;
using Homeward.Genetics.Simulation;

namespace Homeward.Cli.Commands.Bench;

/// <summary>
/// Families and children drawn in memory, always the same: 24 markers of the Chinese Han table and amelogenin, stepwise
/// mutation, theta 0.01; 70 % couples, 20 % one parent, 10 % others; one child in ten has a family there.
/// </summary>
sealed class BenchNation
{
    public const int Markers = 24;
    const int ChildrenOfNobody = 9;                              // in ten

    static readonly (string Kind, double Share)[] Shares =
    [
        ("couple", 0.70), ("father", 0.10), ("mother", 0.10), ("siblings", 0.03), ("mother-sister", 0.03),
        ("grandparents", 0.02), ("mother-uncle", 0.02),
    ];

    /// <summary>Kinds of which only some members are typed.</summary>
    static readonly Dictionary<string, (string Kind, string[] Typed)> Parts = new()
    {
        ["two grandparents"] = ("grandparents", ["grandfather", "grandmother"]),
        ["grandmother and uncle"] = ("grandparents", ["grandmother", "uncle"]),
    };

    readonly SimulatedPanel _panel;
    readonly SeededRandom _random = new(20110727);
    readonly Dictionary<(string Kind, Sex Sex), ProfileDrop> _drops = [];

    public BenchNation()
    {
        var population = PopulationCatalogue.Find("china-han")!;
        string[] markers = [.. population.Markers
            .Where(it => MarkerCatalogue.Find(it)?.Kind == MarkerKind.Autosomal).Take(Markers), "AMEL"];
        _panel = SimulatedPanel.Of(new Kit("24 markers", markers, ""), population, mutates: true);
        Typed = markers.ToHashSet(StringComparer.Ordinal);
        Ladders = MarkerLadders.From(new()
        {
            Population = population,
            Floor = new MinimumFrequency.FivePerCount(),
            Mutation = new(
                new MutationModel.Stepwise(0, 1e-6, 0.1),
                MutationRates.Of,
                "rates by marker and sex, from the catalogue"),
            Theta = new Theta(0.01),
            SilentFrequency = _ => 0,
        }).Value!;
    }

    public IReadOnlySet<string> Typed { get; }
    public MarkerLadders Ladders { get; }

    /// <summary>A nation: families with their children handed on where a child is rescued.</summary>
    /// <param name="families">How many families.</param>
    /// <param name="children">How many children.</param>
    /// <param name="add">Receives each family.</param>
    /// <param name="rescued">Receives each child.</param>
    /// <param name="cancel">The wish to stop.</param>
    public void Draw(
        int families, int children, Action<Family> add, Action<Profile> rescued, CancellationToken cancel)
    {
        var withFamily = Math.Min(families, children / (ChildrenOfNobody + 1));
        foreach (var (i, (family, child)) in Families(families).Index())
        {
            cancel.ThrowIfCancellationRequested();
            add(family);
            if (i < withFamily) rescued(child with { Id = $"C{i}" });
        }
        for (var i = withFamily; i < children; i++) rescued(Family("couple", "").Child with { Id = $"C{i}" });
    }

    /// <summary>Families of all kinds with their missing children.</summary>
    public IEnumerable<(Family Family, Profile Child)> Families(int count)
    {
        for (var i = 0; i < count; i++) yield return Family(Kind(), $"F{i}");
    }

    /// <summary>One family of a kind with its missing child.</summary>
    public (Family Family, Profile Child) Family(string kindName, string id)
    {
        var part = Parts.GetValueOrDefault(kindName, (Kind: kindName, Typed: []));
        var kind = FamilyKind.Find(part.Kind)!;
        var sex = _random.NextIs(0.5) ? Sex.Male : Sex.Female;
        if (!_drops.TryGetValue((kindName, sex), out var drop))
            drop = _drops[(kindName, sex)] = new(_panel, kind.With(sex), Theta.Zero, dropOut: 0);
        var drawn = drop.Draw(_random);
        var profiles = drop.Pedigree.Members.Select((it, i) =>
            IsTyped(it.Id) ? ProfileOf($"{id}-{it.Id}", drawn[i]) : null);
        var missing = drop.Pedigree.IndexOf(FamilyKind.Missing);
        return (new(id, drop.Pedigree, [.. profiles], [missing]), ProfileOf("child", drawn[missing]));

        bool IsTyped(string member) => part.Typed.Length == 0 ? kind.IsTyped(member) : part.Typed.Contains(member);
    }

    string Kind()
    {
        var left = _random.NextShare();
        foreach (var (kind, share) in Shares)
            if ((left -= share) < 0) return kind;
        return Shares[0].Kind;
    }

    Profile ProfileOf(string id, Genotype?[] drawn)
    {
        var genotypes = new Dictionary<string, Genotype>(drawn.Length);
        for (var m = 0; m < drawn.Length; m++)
            if (drawn[m] is { } read) genotypes.Add(_panel.Markers[m].Name, read);
        return new(id, genotypes);
    }
}
