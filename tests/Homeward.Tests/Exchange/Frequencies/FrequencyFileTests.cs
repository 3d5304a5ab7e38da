using System.Text;
using Homeward.Exchange.Frequencies;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Populations;
using Homeward.Genetics.Primitives;
using Homeward.Tests.Architecture;

namespace Homeward.Tests.Exchange.Frequencies;

public sealed class FrequencyFileTests
{
    // One table in every shape: TH01 6 0.25, 9.3 0.75 of 200 chromosomes; Penta E 5 of 200.
    [Theory]
    [InlineData("marker,allele,frequency,2N\nTH01,6,0.25,200\nTH01,9.3,0.75,200\nPenta E,5,1,200\n")]
    [InlineData("Locus,Allele,Freq,n\r\nTHO1,6,.25,100\r\nTHO1,9.3,7.5e-1,100\r\nPENTA_E,5,1,100\r\n")]
    [InlineData("\uFEFFmarker;allele;frequency;n\rTH01;6;0,25;100\rTH01;9,3;0,75;100\rPenta E;5;1;100\r")]
    [InlineData("Allele,TH01,Penta.E\n5,,1\n6,0.25,\n9.3,0.75,\nN,100,100\n")]
    [InlineData("\"\",\"TH01\",\"Penta.E\"\n\"5\",NA,1\n\"6\",0.25,NA\n\"9.3\",0.75,NA\n\"2N\",200,200\n")]
    [InlineData("alelo;TH01;Penta_E\n5;;1\n6;0,25;\n9,3;0,75;\nn;100;100\n")]
    [InlineData("Database\tN\tAllele\tTH01\tPenta E\n" +
        "mine\t100\t5\t\t1\nmine\t100\t6\t0.25\t\nmine\t100\t9.3\t0.75\t\n")]
    [InlineData("""
        <?xml version="1.0"?>
        <frequencies>
          <marker><name>TH01</name>
            <origin name="mine" n="100">
              <frequency allele="6">0.25</frequency><frequency allele="9.3"> 0.75 </frequency>
            </origin>
          </marker>
          <marker><name>PentaE</name><origin name="mine" n="100"><frequency allele="5">1</frequency></origin></marker>
        </frequencies>
        """)]
    public void The_same_table_is_read_from_every_shape(string text)
    {
        var parsed = Read(text);
        Assert.Empty(parsed.Problems);
        Assert.All(parsed.Warnings, it => Assert.Contains("taken for a count of people", it.What));
        var population = Assert.Single(parsed.Value!);
        Assert.Equal("mine", population.Name);
        Assert.Equal(["Penta E", "TH01"], population.Markers.Order());
        var marker = population.Find("TH01")!;
        Assert.Equal([Allele.Repeats(6), Allele.Repeats(9, 3)], marker.Alleles);
        Assert.Equal([0.25, 0.75], marker.Frequencies);
        Assert.Equal(200, marker.Chromosomes);
        Assert.Equal((1.0, 200), (population.Find("Penta E")!.Frequencies[0], population.Find("Penta E")!.Chromosomes));
    }

    [Theory]
    [InlineData("Database\tN\tAllele\tAMEL\tTH01\n" +
        "A\t50\tX\t0.7\t\nA\t50\tY\t0.3\t\nA\t50\t6\t\t1\nB\t80\t7\t\t1\n")]
    [InlineData("population,marker,allele,frequency,n\n" +
        "A,AMEL,X,0.7,50\nA,AMEL,Y,0.3,50\nA,TH01,6,1,50\nB,TH01,7,1,80\n")]
    [InlineData("""
        <frequencies>
          <marker><name>AMEL</name>
            <origin name="A" n="50"><frequency allele="X">0.7</frequency><frequency allele="Y">0.3</frequency></origin>
          </marker>
          <marker><name>TH01</name>
            <origin name="A" n="50"><frequency allele="6">1</frequency></origin>
            <origin name="B" n="80"><frequency allele="7">1</frequency></origin>
          </marker>
        </frequencies>
        """)]
    public void Several_populations_in_one_file_are_kept_apart(string text)
    {
        var populations = Read(text).Value!;
        Assert.Equal(["A", "B"], populations.Select(it => it.Name));
        Assert.Equal([Allele.X, Allele.Y], populations[0].Find("Amelogenin")!.Alleles);
        var (first, second) = (populations[0].Find("TH01")!, populations[1].Find("TH01")!);
        Assert.Equal((Allele.Repeats(6), 100), (first.Alleles[0], first.Chromosomes));
        Assert.Equal((Allele.Repeats(7), 160), (second.Alleles[0], second.Chromosomes));
        Assert.Null(populations[1].Find("AMEL"));
    }

    [Fact]
    public void A_file_without_sample_size_has_none() =>
        Assert.Null(Read("Allele,TH01\n6,1\n").Value![0].Find("TH01")!.Chromosomes);

    [Fact]
    public void What_is_set_aside_is_said()
    {
        var parsed = Read("kit;alelo;TH01;D99S1;TPOX\nK;0;0,001;;\nK;6;0,5;1;\nK;7;0,495;0;\nK;fmin;0,001;;\n");
        Assert.Equal(
            [
                "column kit: stands left of the alleles and is not used",
                "row 2: is of allele 0, which is no repeat number; it is left out",
                "row 5: gives minimum frequencies, which are not used",
                ": 1 frequencies are 0: alleles not seen",
                "marker D99S1: is not in the catalogue of markers; it is kept under this name",
            ],
            parsed.Warnings.Select(it => it.Place + ": " + it.What));
        Assert.Equal(["TH01", "D99S1"], parsed.Value![0].Markers);
        Assert.Equal([Allele.Repeats(6)], parsed.Value[0].Find("D99S1")!.Alleles);
    }

    [Fact]
    public void An_empty_marker_of_a_STRidER_origin_is_said() =>
        Assert.Equal(
            ["marker TH01 of A: has no frequencies"],
            Read("<frequencies><marker><name>TH01</name><origin name='A' n='9'/>" +
                "<origin name='B'><frequency allele='6'>1</frequency></origin></marker></frequencies>")
                .Warnings.Select(it => it.ToString()));

    /// <summary>Homeward's own tables are in the tall shape: a user may take one as a pattern.</summary>
    [Theory]
    [InlineData("china-han")]
    [InlineData("norway")]
    [InlineData("filipino")]
    public void A_table_of_Homeward_is_a_user_s_file_too(string name)
    {
        var tables = Path.Combine(SourceTree.Root, "src", "Homeward.Genetics", "Populations", "Tables");
        using var file = File.OpenRead(Path.Combine(tables, name + ".csv"));
        var parsed = FrequencyFile.Read(file, name);
        Assert.Empty(parsed.Warnings);
        var (read, shipped) = (Assert.Single(parsed.Value!), PopulationCatalogue.Find(name)!);
        Assert.Equal(
            (shipped.Name, shipped.Title, shipped.Citation, shipped.Licence, shipped.StatedMinimum),
            (read.Name, read.Title, read.Citation, read.Licence, read.StatedMinimum));
        Assert.Equal(shipped.Markers, read.Markers);
        Assert.All(shipped.Markers, marker =>
        {
            Assert.Equal(shipped.Find(marker)!.Alleles, read.Find(marker)!.Alleles);
            Assert.Equal(shipped.Find(marker)!.Frequencies, read.Find(marker)!.Frequencies);
            Assert.Equal(shipped.Find(marker)!.Chromosomes, read.Find(marker)!.Chromosomes);
        });
    }

    static Parsed<IReadOnlyList<AlleleFrequencies>> Read(string text) =>
        FrequencyFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "mine");
}
