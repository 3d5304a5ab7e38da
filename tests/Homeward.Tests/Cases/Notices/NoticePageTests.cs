using Homeward.Cases.Notices;
using Homeward.Cases.People;
using Homeward.Cases.Rescues;

namespace Homeward.Tests.Cases.Notices;

public sealed class NoticePageTests
{
    static readonly TemporaryCareNotice Notice = new()
    {
        Number = "SYNTHETIC-1",
        Names = ["合成甲", "<script>alert(1)</script>"],
        Sex = Sex.Female,
        AgeDaysLeast = 110,
        AgeDaysMost = 130,
        Rescued = new(2011, 7, 20),
        Place = "SYNTHETIC village & market",
        Condition = Condition.Malnourished,
        HandedOverBy = "SYNTHETIC police",
        ReceivedBy = "SYNTHETIC home",
        HandedOver = new(2011, 7, 21),
        IsSynthetic = true,
    };

    [Theory]
    [InlineData(NoticeLanguage.English, "en", "malnourished", "110–130 days")]
    [InlineData(NoticeLanguage.Chinese, "zh-Hans", "营养不良", "110–130 天")]
    public void A_notice_says_what_was_recorded(NoticeLanguage language, string tag, string condition, string age)
    {
        var page = NoticePage.Of(Notice, language);

        Assert.Contains($"<html lang=\"{tag}\">", page, StringComparison.Ordinal);
        foreach (var expected in new[]
        {
            "SYNTHETIC-1", "2011-07-20", "2011-07-21", "SYNTHETIC police", "SYNTHETIC home", condition, age,
            "SYNTHETIC village &amp; market", "&lt;script&gt;", "<p class=\"synthetic\">",
        })
            Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_known_is_said_to_be_unknown()
    {
        var page = NoticePage.Of(
            Notice with { Names = [], AgeDaysLeast = null, AgeDaysMost = null }, NoticeLanguage.English);

        Assert.Equal(2, page.Split("<td>not known</td>").Length - 1);
    }

    [Fact]
    public void A_label_is_the_number_the_day_and_the_square()
    {
        var page = NoticePage.Label("S-000123", new(2011, 7, 21), "<svg/>", NoticeLanguage.Chinese);

        Assert.Contains("<b>S-000123</b>", page, StringComparison.Ordinal);
        Assert.Contains("<svg/>", page, StringComparison.Ordinal);
        Assert.Contains("2011-07-21", page, StringComparison.Ordinal);
    }
}
