using CsCheck;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Profiles;
using Homeward.Search.Compiling;

namespace Homeward.Tests.Search.Compiling;

/// <summary>Families compiled together have the scores that each has by itself.</summary>
public sealed class FamilyCompilerTests
{
    [Fact]
    public void What_was_compiled_before_changes_no_bit() =>
        Gen.Int.Sample(seed =>
        {
            var study = MadeUpStudy.Of(seed);
            var ladders = study.Populations[0];
            var codes = study.Codes(ladders.Markers);
            var together = new FamilyCompiler(codes, ladders, _ => []);
            var families = Enumerable.Range(0, 12).Select(it => study.Family($"F{it}").Family).ToArray();
            foreach (var family in (Family[])[.. families, .. families.Reverse()])
                foreach (var missing in family.Missing)
                    Assert.Equal(
                        CompiledFamily.Of(family, missing, codes, ladders, _ => []).Scores,
                        together.Of(family, missing).Scores);
        }, iter: 40, threads: 2);

    [Fact]
    public void Families_that_differ_only_in_names_share_their_rows()
    {
        var study = MadeUpStudy.Plain(seed: 3, markers: 4);
        var ladders = study.Populations[0];
        var codes = study.Codes(ladders.Markers);
        var compiler = new FamilyCompiler(codes, ladders, _ => []);
        var family = study.Family("F").Family;
        var first = compiler.Of(family, family.Missing[0]).Scores;
        var rows = compiler.RowCount;
        Assert.InRange(rows, 1, codes.Markers.Count);
        var renamed = new Family(
            "G", family.Pedigree, [.. family.Profiles.Select(it => it is null ? null : it with { Id = "G " + it.Id })],
            family.Missing);
        Assert.Equal(first, compiler.Of(renamed, family.Missing[0]).Scores);
        Assert.Equal(rows, compiler.RowCount);
    }

    [Fact]
    public void Brothers_and_sisters_may_be_exchanged()
    {
        var study = MadeUpStudy.Plain(seed: 9, markers: 4);
        var ladders = study.Populations[0];
        var codes = study.Codes(ladders.Markers);
        var pedigree = Oracles.Family.Of("FA m, MO f, BR m FA MO, SI f FA MO, CH f FA MO");
        var (one, other) = (study.Family("A").Child.Profile, study.Family("B").Child.Profile);
        int[] missing = [pedigree.IndexOf("CH")];
        var compiler = new FamilyCompiler(codes, ladders, _ => []);
        var scores = compiler.Of(Of(one, other), missing[0]).Scores;
        var rows = compiler.RowCount;
        Assert.Equal(scores, compiler.Of(Of(other, one), missing[0]).Scores);
        Assert.Equal(rows, compiler.RowCount);
        var alone = CompiledFamily.Of(Of(other, one), missing[0], codes, ladders, _ => []).Scores;
        Assert.All(scores.Zip(alone), it => Assert.Equal(it.First, it.Second, 1e-12));

        Family Of(Profile brother, Profile sister) => new("F", pedigree, [null, null, brother, sister, null], missing);
    }
}
