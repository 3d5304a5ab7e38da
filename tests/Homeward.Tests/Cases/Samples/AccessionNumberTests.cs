using Homeward.Cases.Samples;

namespace Homeward.Tests.Cases.Samples;

public sealed class AccessionNumberTests
{
    const string Characters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    [Fact]
    public void The_check_character_is_the_one_worked_by_hand()
    {
        // 2 is digit 0, 3 is 1, A is 8, Z is 30. "2222222223": only the last random digit counts, with weight 2:
        // 2·1 + 1·c ≡ 0 (mod 31), c = 29, the 30th character: Y.
        Assert.True(AccessionNumber.TryParse("22222-22223-Y", out var number));
        Assert.Equal("2222222223Y", number.Text);
        // "Z222222222": 11·30 = 330 = 10·31 + 20, c = 11: D.
        Assert.True(AccessionNumber.TryParse("z2222 22222 d", out number));
        Assert.Equal("Z2222-22222-D", number.ToString());
    }

    [Fact]
    public void Drawn_numbers_differ_and_read_back()
    {
        var drawn = Enumerable.Range(0, 1000).Select(_ => AccessionNumber.Draw()).ToHashSet();

        Assert.Equal(1000, drawn.Count);
        Assert.All(drawn, it =>
        {
            Assert.True(AccessionNumber.TryParse(it.ToString(), out var read));
            Assert.Equal(it, read);
        });
    }

    [Fact]
    public void Every_wrong_character_and_every_swap_is_found()
    {
        for (var i = 0; i < 20; i++)
        {
            var text = AccessionNumber.Draw().Text;
            for (var place = 0; place < text.Length; place++)
                foreach (var other in Characters.Where(it => it != text[place]))
                    Assert.False(AccessionNumber.TryParse(text[..place] + other + text[(place + 1)..], out _));
            for (var a = 0; a < text.Length; a++)
                for (var b = a + 1; b < text.Length; b++)
                {
                    var swapped = text.ToCharArray();
                    (swapped[a], swapped[b]) = (swapped[b], swapped[a]);
                    Assert.Equal(text[a] == text[b], AccessionNumber.TryParse(new(swapped), out _));
                }
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2222222223")]
    [InlineData("2222222223YY")]
    [InlineData("O222222222D")]
    [InlineData("1222222222D")]
    public void What_is_no_number_is_not_read(string? text) => Assert.False(AccessionNumber.TryParse(text, out _));
}
