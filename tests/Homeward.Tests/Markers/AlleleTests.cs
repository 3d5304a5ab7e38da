using CsCheck;
using Homeward.Genetics.Markers;

namespace Homeward.Tests.Markers;

public sealed class AlleleTests
{
    [Fact]
    public void Reading_what_was_written_gives_the_same_allele() =>
        Gen.Select(Gen.Int[1, 999], Gen.Int[0, 9]).Sample((whole, extra) =>
        {
            var allele = Allele.Repeats(whole, extra);
            return Allele.TryParse(allele.ToString(), out var read) && read == allele;
        });

    [Theory]
    [InlineData("9,3")]
    [InlineData("9.33")]
    [InlineData("OL")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("+9")]
    [InlineData("1e1")]
    [InlineData("٩")]
    [InlineData("1000")]
    [InlineData("9.")]
    [InlineData("")]
    public void What_is_no_allele_is_not_read(string text) => Assert.False(Allele.TryParse(text, out _));
}
