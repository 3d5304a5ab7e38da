using Homeward.Genetics.Kinship;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Mutation;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Profiles;
using Homeward.Search.Index;
using Homeward.Search.Ranking;
using Homeward.Tests.Kinship;

namespace Homeward.Tests.Search;

/// <summary>Random families of many shapes with children of theirs, readings of every kind among them.</summary>
sealed class MadeUpStudy
{
    public const string X = "DXS10074";

    static readonly (string Pedigree, string Typed, string Missing)[] Kinds =
    [
        ("FA m, MO f, CH m FA MO", "FA MO", "CH"),
        ("FA m, MO f, CH f FA MO", "FA", "CH"),
        ("FA m, MO f, CH m FA MO", "MO", "CH"),
        ("FA m, MO f, BR m FA MO, SI f FA MO, CH f FA MO", "BR SI", "CH"),
        ("FA m, MO f, SI f FA MO, CH m FA MO", "MO SI", "CH"),
        ("GF m, GM f, FA m GF GM, MO f, CH f FA MO", "GF GM", "CH"),
        ("GF m, GM f, FA m GF GM, UN m GF GM, MO f, CH m FA MO", "UN MO", "CH"),
        ("FA m, MO f, CH m FA MO, C2 f FA MO", "FA MO", "CH C2"),
        ("FA m, MO f, BR m FA MO, CH f FA MO", "MO BR", "CH FA"),
        ("FA m, MO f, TW m FA MO, CH m FA MO", "TW", "CH"),
        ("CH m, WI f, S1 m CH WI, S2 f CH WI", "WI S1 S2", "CH"),
    ];

    readonly Random _random;
    readonly MarkerLadder[] _drawn;
    readonly bool _plain;

    MadeUpStudy(int seed, int populations, bool plain, int markers, bool withTheta)
    {
        _random = new Random(seed);
        _plain = plain;
        var theta = _random.Next(3) == 0 && withTheta ? 0.02 : 0;
        var silent = !plain && _random.Next(4) == 0 ? 0.01 : 0;
        MutationModel model = _random.Next(3) switch
        {
            0 => MadeUpKinship.Steps,
            1 => new MutationModel.Equal(0),
            _ => new MutationModel.Proportional(0),
        };
        Populations = [.. Enumerable.Range(0, populations).Select(i => MadeUpKinship.Ladders(
            Markers(markers, leaveOut: i), model, theta, silent, male: 0.01, female: 0.004, name: $"P{i}"))];
        _drawn = [.. Populations[0].Markers.Select(it => Populations[0].Of(it, []))];
    }

    public IReadOnlyList<MarkerLadders> Populations { get; }

    /// <summary>Readings of every kind, autosomal and X, with theta and silent alleles now and then.</summary>
    public static MadeUpStudy Of(int seed) => new(seed, populations: 1, plain: false, markers: 3, withTheta: true);

    /// <summary>Complete autosomal readings of common alleles only.</summary>
    public static MadeUpStudy Plain(int seed, int markers) =>
        new(seed, populations: 1, plain: true, markers, withTheta: true);

    /// <summary>Each population but the first knows fewer alleles. With theta large families are slow.</summary>
    public static MadeUpStudy WithoutTheta(int seed, int populations) =>
        new(seed, populations, plain: false, markers: 3, withTheta: false);

    /// <summary>Seven alleles a marker; the first one has 18, so that many genotypes share a code.</summary>
    IReadOnlyList<MarkerFrequencies> Markers(int count, int leaveOut)
    {
        string[] names = [.. Enumerable.Range(1, count).Select(it => $"M{it}"), .. _plain ? [] : (string[])[X]];
        return [.. names
            .Where((_, i) => leaveOut == 0 || i != 1)
            .Select((name, i) => Marker(name, i == 0 ? (_plain ? 12 : 18) : 7, leaveOut))];
    }

    MarkerFrequencies Marker(string name, int alleles, int leaveOut)
    {
        var weights = Enumerable.Range(10, alleles)
            .Where(it => leaveOut == 0 || it % 6 != leaveOut)
            .ToDictionary(it => Allele.Repeats(it, it % 5 == 0 ? 3 : 0), _ => 0.02 + _random.NextDouble());
        return new(name, [.. weights.Keys], [.. weights.Values.Select(it => it / weights.Values.Sum())], 1000);
    }

    /// <summary>A family and its missing member's profile as a rescued child's.</summary>
    public (Family Family, RescuedChild Child) Family(string id)
    {
        var (text, typed, missing) = Kinds[_random.Next(Kinds.Length)];
        var pedigree = Recorded(Oracles.Family.Of(text), missing, out var sexes);
        var genotypes = _drawn.Select(it => Dropped(it, pedigree, sexes)).ToArray();
        var ids = typed.Split(' ');
        Profile?[] profiles = [.. pedigree.Members.Select((it, i) => ids.Contains(it.Id)
            ? Read($"{id} {it.Id}", genotypes.Select(g => g[i]).ToArray(), sexes[i])
            : null)];
        int[] sought = [.. missing.Split(' ').Select(pedigree.IndexOf)];
        var child = sought[_random.Next(sought.Length)];
        var found = Read("child of " + id, genotypes.Select(g => g[child]).ToArray(), sexes[child]);
        return (new(id, pedigree, profiles, sought), new(found));
    }

    /// <summary>The pedigree with the missing child's sex recorded, wrong now and then, or unknown.</summary>
    Pedigree Recorded(Pedigree pedigree, string missing, out Sex[] actual)
    {
        var members = pedigree.Members;
        actual = [.. members.Select(it => it.Sex)];
        var hasTwin = pedigree.IndexOf("TW") >= 0;
        var first = pedigree.IndexOf("CH");
        if (!hasTwin && !members.Any(it => it.Father == first))
        {
            actual[first] = _random.Next(2) == 0 ? Sex.Male : Sex.Female;
        }
        var recorded = hasTwin || members.Any(it => it.Father == first) ? members[first].Sex
            : _random.Next(4) switch { 0 => Sex.Unknown, 1 => members[first].Sex, _ => actual[first] };
        var rows = members.Select((it, i) => new PedigreeRow(
            it.Id, i == first ? recorded : it.Sex,
            it.Father < 0 ? null : members[it.Father].Id, it.Mother < 0 ? null : members[it.Mother].Id));
        return Pedigree.From([.. rows], hasTwin ? [("CH", "TW")] : []).Value!;
    }

    (Allele A, Allele B)[] Dropped(MarkerLadder ladder, Pedigree pedigree, Sex[] sexes)
    {
        var genotypes = new (Allele A, Allele B)[pedigree.Members.Count];
        foreach (var i in pedigree.AncestorsFirst)
        {
            var member = pedigree.Members[i];
            Allele From(int parent) => _random.Next(40) == 0 ? Founder(ladder)
                : _random.Next(2) == 0 ? genotypes[parent].A : genotypes[parent].B;
            genotypes[i] = member.IsFounder
                ? (Founder(ladder), Founder(ladder))
                : (From(member.Father), From(member.Mother));
            if (ladder.Model.IsX && sexes[i] == Sex.Male) genotypes[i].A = genotypes[i].B;
            if (pedigree.IdenticalTo[i] != i) genotypes[i] = genotypes[pedigree.IdenticalTo[i]];
        }
        return genotypes;
    }

    Allele Founder(MarkerLadder ladder) => !_plain && _random.Next(50) == 0
        ? Allele.Repeats(30 + _random.Next(2), _random.Next(2))
        : ladder.Alleles[_random.Next(ladder.Alleles.Count)];

    Profile Read(string id, (Allele A, Allele B)[] drawn, Sex sex)
    {
        var genotypes = new Dictionary<string, Genotype>();
        var dropOut = !_plain && _random.Next(6) == 0 ? 0.1 : 0;
        for (var m = 0; m < drawn.Length; m++)
        {
            if (!_plain && _random.Next(12) == 0) continue;
            var (a, b) = drawn[m];
            if (dropOut > 0 && _random.Next(5) == 0) b = a;
            if (!_plain && _random.Next(60) == 0) b = Founder(_drawn[m]);             // a misreading, a boy's X too
            var isPartial = !_plain && _random.Next(20) == 0 && !(_drawn[m].Model.IsX && sex == Sex.Male);
            genotypes.Add(_drawn[m].Model.Name, isPartial ? Genotype.OneKnown(a) : new(a, b));
        }
        if (_random.Next(4) > 0)
            genotypes.Add("AMEL", new(Allele.X, sex == Sex.Male ? Allele.Y : Allele.X));
        return new(id, genotypes) { DropOut = dropOut };
    }

    /// <summary>
    /// log10 LR by the definition: markers typed in child and family, an X marker only where it fits everybody.
    /// </summary>
    public static double Exact(
        Family family, int missing, RescuedChild child, MarkerLadders ladders, IEnumerable<string> markers)
    {
        var (claim, unrelated) = FamilyClaims.Main(family, missing, child.Profile, child.Sex);
        var used = markers.Where(marker =>
            child.Profile.Genotypes.ContainsKey(marker) &&
            family.Profiles.Any(it => it is not null && it.Genotypes.ContainsKey(marker)) &&
            (marker != X || (Comparison.FitsX(marker, claim) && Comparison.FitsX(marker, unrelated))));
        return Comparison.Of([claim, unrelated], used, ladders).Over(1).Log10;
    }

    public CodeBook Codes(IEnumerable<string> markers) => new([.. markers.Select(it =>
    {
        var ladder = Populations[0].Of(it, []);
        return new MarkerCodes(it, ladder.Alleles, ladder.Model.Founder[..ladder.Model.VisibleCount].ToArray());
    })]);
}
