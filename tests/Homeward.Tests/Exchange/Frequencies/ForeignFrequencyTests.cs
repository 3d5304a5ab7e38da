using Homeward.Exchange.Frequencies;
using Homeward.Genetics.Populations;

namespace Homeward.Tests.Exchange.Frequencies;

/// <summary>One made-up table as EuroForMix, STRmix, forensim, R, Excel and Familias write it.</summary>
public sealed class ForeignFrequencyTests
{
    static readonly string[] Table =
    [
        "D3S1358 14 0.1", "D3S1358 15 0.3", "D3S1358 16 0.3", "D3S1358 17 0.2", "D3S1358 18 0.1",
        "TH01 6 0.2", "TH01 7 0.2", "TH01 8 0.1", "TH01 9 0.1", "TH01 9.3 0.4",
        "vWA 16 0.5", "vWA 17 0.3", "vWA 18 0.2",
    ];

    public static TheoryData<string> Files => [.. TestFiles.In("Foreign/Frequencies")];

    [Theory, MemberData(nameof(Files))]
    public void The_same_table_is_read_from_every_file(string path)
    {
        using var stream = TestFiles.Open(path);
        var read = FrequencyFile.Read(stream, "mine");

        Assert.Empty(read.Problems);
        Assert.Equal(Table, Shown(Assert.Single(read.Value!)));
    }

    [Theory]
    [InlineData("Foreign/Frequencies/strmix-n.csv", 1444)]
    [InlineData("Foreign/Frequencies/strmix-2n.csv", 722)]
    [InlineData("Foreign/Frequencies/tall-locus.csv", 722)]
    public void N_counts_people_and_2N_chromosomes(string path, int chromosomes)
    {
        using var stream = TestFiles.Open(path);
        Assert.Equal(chromosomes, FrequencyFile.Read(stream, "mine").Value![0].Find("TH01")!.Chromosomes);
    }

    static IEnumerable<string> Shown(AlleleFrequencies population) =>
        from marker in population.Markers.Order(StringComparer.Ordinal)
        let table = population.Find(marker)!
        from i in Enumerable.Range(0, table.Alleles.Count)
        select FormattableString.Invariant($"{marker} {table.Alleles[i]} {table.Frequencies[i]}");
}
