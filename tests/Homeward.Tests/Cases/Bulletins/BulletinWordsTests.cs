using System.Text.RegularExpressions;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Statistics;

namespace Homeward.Tests.Cases.Bulletins;

public sealed partial class BulletinWordsTests
{
    [Theory]
    [InlineData(39_025, "over 39,000", "39000余")]
    [InlineData(39_000, "39,000", "39000")]
    [InlineData(9_999, "9,999", "9999")]              // below ten steps: exact
    [InlineData(10_001, "over 10,000", "10000余")]
    [InlineData(0, "0", "0")]
    public void A_large_figure_is_said_as_over_the_next_lower_round_number(int figure, string english, string chinese)
    {
        Assert.Equal(english, BulletinWords.English.Figure(figure, Saying.InThousands));
        Assert.Equal(chinese, BulletinWords.SimplifiedChinese.Figure(figure, Saying.InThousands));
    }

    [Fact]
    public void Officers_are_said_in_hundreds_and_rings_exactly()
    {
        Assert.Equal("over 2,600", BulletinWords.English.Figure(2_614, Saying.InHundreds));
        Assert.Equal("4,885", BulletinWords.English.Figure(4_885, Saying.Exactly));
    }

    [Fact]
    public void Both_languages_have_the_same_sentences_with_the_same_gaps()
    {
        var (english, chinese) = (BulletinWords.English, BulletinWords.SimplifiedChinese);

        Assert.Equal(english.Names.Order(), chinese.Names.Order());
        foreach (var name in english.Names)
            Assert.Equal(Gaps(english.Say(name)), Gaps(chinese.Say(name)));
    }

    [Fact]
    public void A_page_has_no_gap_left_no_script_and_nothing_from_outside()
    {
        var plan = July2011.Plan("2011-07-27", 27);
        var sums = new LedgerSums(new(0), [], new Dictionary<Homeward.Cases.Agencies.RegionCode,
            Homeward.Cases.Agencies.RegionCode>());
        foreach (var words in BulletinWords.All)
        {
            var figures = BulletinFigures.Of(plan, sums, JurisdictionProfile.China);
            var page = BulletinPage.Of(figures, JurisdictionProfile.China, words, digest: "0", isDemonstration: true);

            var body = page[page.IndexOf("</style>", StringComparison.Ordinal)..];
            Assert.DoesNotMatch(Gap(), body);
            Assert.DoesNotMatch("(?i)<script|src=|href=|url\\(|@import", page);
            Assert.Contains(words.Say("demonstration"), body, StringComparison.Ordinal);
            Assert.Contains("SYNTHETIC", body, StringComparison.Ordinal);
            Assert.DoesNotContain(
                "SYNTHETIC",
                BulletinPage.Of(figures, JurisdictionProfile.China, words, digest: "0", isDemonstration: false),
                StringComparison.Ordinal);
            Assert.Contains($"<html lang=\"{words.Language}\">", page, StringComparison.Ordinal);
        }
    }

    static string Gaps(string text) => string.Join(' ', Gap().Matches(text).Select(it => it.Value).Order());

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Gap();
}
