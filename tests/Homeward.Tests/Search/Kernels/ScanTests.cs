using CsCheck;
using Homeward.Search.Index;
using Homeward.Search.Kernels;

namespace Homeward.Tests.Search.Kernels;

public sealed class ScanTests
{
    /// <summary>Slots about the ends of words and blocks; families that fill two tiles now and then.</summary>
    static readonly Gen<(MadeUpSearch Search, int Slots, int Families, double Threshold)> GenScans = Gen.Select(
        MadeUpSearch.Gen,
        Gen.OneOf(Gen.OneOf(0, 1, 63, 64, 65, 511, 512, 513, 1024), Gen.Int[2, 1300]),
        Gen.OneOf(Gen.Int[0, 5], Gen.OneOf(129)),
        Gen.Double[-20, 40]);

    public static TheoryData<ScanKernel, bool> Kernels =>
        [.. ScanKernels.Available.SelectMany(it => new (ScanKernel, bool)[] { (it, true), (it, false) })];

    [Theory, MemberData(nameof(Kernels))]
    public void Every_kernel_finds_the_pairs_the_plain_loop_finds(ScanKernel kernel, bool leaveEarly) =>
        GenScans.Sample(it =>
        {
            var book = it.Search.Book();
            using var index = it.Search.Index(book, it.Slots);
            var families = Families(it.Search, book, it.Families, it.Threshold);
            var options = new ScanOptions { Kernel = kernel, Threads = 1, LeaveEarly = leaveEarly };
            return Scan.Run(families, index, options).SequenceEqual(PlainLoop(families, index));
        }, iter: 60);

    [Theory, MemberData(nameof(Kernels))]
    public void The_same_pairs_in_the_same_order_at_any_number_of_threads(ScanKernel kernel, bool leaveEarly)
    {
        var search = new MadeUpSearch(12, 5);
        var book = search.Book();
        using var index = search.Index(book, 140_000);                   // more blocks than one core takes at a time
        var families = Families(search, book, 3, threshold: 18);
        var one = Scan.Run(families, index, new() { Kernel = kernel, Threads = 1, LeaveEarly = leaveEarly });
        var five = Scan.Run(families, index, new() { Kernel = kernel, Threads = 5, LeaveEarly = leaveEarly });
        Assert.NotEmpty(one);
        Assert.Equal(one.Order(), one);
        Assert.Equal(one, five);
    }

    [Theory, MemberData(nameof(Kernels))]
    public void No_pair_over_the_threshold_is_missing(ScanKernel kernel, bool leaveEarly) =>
        GenScans.Sample(it =>
        {
            var book = it.Search.Book();
            using var index = it.Search.Index(book, it.Slots);
            var scores = it.Search.Scores();
            var family = ScanTable.Of(book, scores, it.Threshold);
            var options = new ScanOptions { Kernel = kernel, Threads = 2, LeaveEarly = leaveEarly };
            var found = Scan.Run([family], index, options).Select(hit => hit.Slot).ToHashSet();
            return Enumerable.Range(0, it.Slots).Where(index.IsOccupied)
                .Where(slot => MadeUpSearch.Total(index, slot, scores) >= it.Threshold)
                .All(found.Contains);
        }, iter: 60);

    [Theory, MemberData(nameof(Kernels))]
    public void Whoever_was_removed_is_found_no_more(ScanKernel kernel, bool leaveEarly)
    {
        var search = new MadeUpSearch(4, 7);
        var book = search.Book();
        using var index = new ProfileIndex(book);
        for (var i = 0; i < 600; i++) index.Append(search.Profile(book, $"P{i}"));
        var everybody = ScanTable.Of(book, search.Scores().Select(it => Math.Max(it, -1)).ToArray(), -100);
        var options = new ScanOptions { Kernel = kernel, Threads = 1, LeaveEarly = leaveEarly };
        Assert.Equal(600, Scan.Run([everybody], index, options).Count);

        index.Remove("P599");

        Assert.Equal(Enumerable.Range(0, 599), Scan.Run([everybody], index, options).Select(it => it.Slot));
    }

    static ScanTable[] Families(MadeUpSearch search, CodeBook book, int count, double threshold) =>
        [.. Enumerable.Range(0, count).Select(i => ScanTable.Of(book, search.Scores(), threshold + i % 7))];

    static List<ScanHit> PlainLoop(ScanTable[] families, ProfileIndex index)
    {
        var hits = new List<ScanHit>();
        for (var family = 0; family < families.Length; family++)
            for (var slot = 0; slot < index.SlotCount; slot++)
                if (index.IsOccupied(slot) && Survives(families[family], index, slot)) hits.Add(new(family, slot));
        return hits;
    }

    static bool Survives(ScanTable family, ProfileIndex index, int slot)
    {
        var sum = 0;
        for (var i = 0; i < family.Columns.Length; i++)
            sum += family.Deficits[i * MarkerCodes.Count + index.CodeAt(slot, family.Columns[i])];
        return family.CanReach && sum <= ScanTable.Allowed;
    }
}
