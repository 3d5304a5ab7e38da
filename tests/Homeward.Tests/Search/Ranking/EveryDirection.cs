using System.Runtime.InteropServices;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;
using Homeward.Search.Index;
using Homeward.Search.Kernels;
using Homeward.Search.Ranking;
using Homeward.Search.Resident;
using Homeward.Search.Tables;

namespace Homeward.Tests.Search.Ranking;

/// <summary>
/// One set of families and children searched in every way there is: each kernel of this machine, one thread and three,
/// all against all, one child after another, one family after another. All must find what the engine found pair by
/// pair, and the same numbers to the last bit.
/// </summary>
/// <param name="settings">All but the threshold.</param>
/// <param name="families">With one missing member each.</param>
/// <param name="children">Ids differ.</param>
/// <param name="exact">log10 LR by the engine alone, by family and child.</param>
sealed class EveryDirection(
    SearchSettings settings, IReadOnlyList<Family> families, IReadOnlyList<RescuedChild> children, double[][] exact)
    : IDisposable
{
    /// <summary>Closer to the threshold than this, a sum by marker may fall on either side of it.</summary>
    const double Rounding = 1e-9;

    /// <summary>Families searched one at a time.</summary>
    const int FamiliesAlone = 7;

    readonly ProfileIndex _index = IndexOf(settings, children);
    readonly Dictionary<string, int> _family = Numbered(families.Select(it => it.Id));
    readonly Dictionary<string, int> _child = Numbered(children.Select(it => it.Id));

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static ProfileIndex IndexOf(SearchSettings settings, IReadOnlyList<RescuedChild> children)
    {
        var index = new ProfileIndex(settings.CodeBookFor(
            children.SelectMany(it => it.Profile.Genotypes.Keys).ToHashSet()));
        foreach (var child in children) index.Append(child.Profile);
        return index;
    }

    /// <summary>What tables of these families hold that are made for one threshold.</summary>
    public static FamilyTables Tables(ProfileIndex index, SearchSettings settings, SoughtMembers sought) =>
        new TableCompiler(new(index, settings.Populations[0], settings.Threshold), threads: 2)
            .InMemory(sought, null, Stop);

    /// <summary>What they would hold if deficits were rounded up.</summary>
    public static void RoundUp(FamilyTables tables)
    {
        using var segment = tables.Open(0);
        for (var tile = 0; tile < segment.TileCount; tile++)
            foreach (ref var deficit in MemoryMarshal.AsMemory(segment.BytesOf(tile)).Span[..segment.Layout.OrderAt(0)])
                if (deficit is > 0 and < byte.MaxValue) deficit++;
    }

    /// <returns>How many pairs are at or over the threshold.</returns>
    public int AssertAt(double threshold)
    {
        var searched = settings with { Threshold = threshold };
        var sought = new SoughtMembers(families);
        using var tables = Tables(_index, searched, sought);
        (int Family, int Child, double Log10)[]? first = null;
        foreach (var kernel in ScanKernels.Available)
            foreach (var threads in (int[])[1, 3])
            {
                var scan = new ScanOptions { Kernel = kernel, Threads = threads };
                var found = Pairs(new IndexSearch(searched with { Scan = scan }, _index, sought, tables)
                    .AllAgainstAll(null, Stop));
                if (first is null) AssertExact(found, threshold);
                first ??= found;
                Assert.Equal(first, found);                      // to the last bit
            }
        var search = new IndexSearch(searched, _index, sought, tables);
        using var scanOfOne = new OneChildScan(tables);
        Assert.Equal(first, children.SelectMany(it => Pairs(search.OneChild(it, scanOfOne, Stop))).Order());
        var circumstances = new TableCircumstances(_index, searched.Populations[0], threshold);
        var byFamily = families.Take(FamiliesAlone)
            .SelectMany(it => Pairs(search.OneFamily(it, circumstances, Stop))).Order();
        Assert.Equal(first!.Where(it => it.Family < FamiliesAlone), byFamily);
        AssertResident(searched, first!);
        return first!.Length;
    }

    /// <summary>Half of the children come before the families, the others after them.</summary>
    void AssertResident(SearchSettings searched, (int Family, int Child, double Log10)[] first)
    {
        using var resident = new ResidentIndex(searched);
        foreach (var child in children.Take(children.Count / 2)) resident.AddChild(child.Profile);
        foreach (var profile in families.SelectMany(it => it.Profiles).OfType<Profile>().DistinctBy(it => it.Id))
            resident.AddRelative(profile);
        resident.Put([.. families.Select(ResidentOf)], Stop);
        foreach (var child in children.Skip(children.Count / 2)) resident.AddChild(child.Profile);
        Assert.Equal(first, Numbers(children.SelectMany(it => resident.OfChild(it.Id, _ => true, Stop).Pairs)));
        Assert.Equal(first, Numbers(families.Chunk(5).SelectMany(
            some => resident.OfFamilies([.. some.Select(it => it.Id)], (_, _) => true, Stop).Pairs)));
    }

    public static ResidentFamily ResidentOf(Family it) =>
        new(it.Id, it.Pedigree, [.. it.Profiles.Select(profile => profile?.Id)], it.Missing);

    (int Family, int Child, double Log10)[] Numbers(IEnumerable<ResidentPair> pairs) =>
        [.. pairs.Select(it => (_family[it.Family], _child[it.Child], it.Log10)).Order()];

    public void Dispose() => _index.Dispose();

    /// <summary>Found with its LR if the engine puts it over the threshold, and only then.</summary>
    void AssertExact((int Family, int Child, double Log10)[] found, double threshold)
    {
        foreach (var (family, child, log10) in found)
        {
            Assert.Equal(exact[family][child], log10, Rounding);
            Assert.True(exact[family][child] >= threshold - Rounding);
        }
        var known = found.Select(it => (it.Family, it.Child)).ToHashSet();
        for (var family = 0; family < exact.Length; family++)
            for (var child = 0; child < exact[family].Length; child++)
                if (exact[family][child] >= threshold + Rounding && !known.Contains((family, child)))
                    Assert.Fail($"{families[family].Id} {children[child].Id} {exact[family][child]}, at {threshold}");
    }

    (int Family, int Child, double Log10)[] Pairs(SearchResult result) =>
        [.. result.Candidates.Select(it => (_family[it.Family], _child[it.Child], it.Log10)).Order()];

    static Dictionary<string, int> Numbered(IEnumerable<string> ids) =>
        ids.Index().ToDictionary(it => it.Item, it => it.Index, StringComparer.Ordinal);
}
