using System.Globalization;
using System.Text;

namespace Homeward.Cases.Notices;

/// <summary>Pages to print: a whole document each, with its style inside and nothing from elsewhere.</summary>
public static class NoticePage
{
    public static string Of(TemporaryCareNotice notice, NoticeLanguage language)
    {
        var words = NoticeWords.In(language);
        var page = Begin(words.Tag, words.Title, notice.IsSynthetic, "@page { size: A4; margin: 25mm }");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{words.Title}</h1>\n<table>\n");
        Row(page, words.Number, notice.Number);
        Row(page, words.Name, notice.Names.Count == 0 ? words.Unknown : string.Join(" / ", notice.Names));
        Row(page, words.Sex, words.OfSex(notice.Sex));
        Row(page, words.Age, Age(notice, words));
        Row(page, words.Rescued, Day(notice.Rescued));
        Row(page, words.Place, notice.Place);
        Row(page, words.Condition, words.OfCondition(notice.Condition));
        Row(page, words.From, notice.HandedOverBy);
        Row(page, words.To, notice.ReceivedBy);
        Row(page, words.HandedOver, Day(notice.HandedOver));
        page.Append(CultureInfo.InvariantCulture, $"</table>\n<p>{words.Law}</p>\n<table>\n");
        Row(page, words.From, words.Signature);
        Row(page, words.To, words.Signature);
        return page.Append("</table>\n</body></html>\n").ToString();
    }

    /// <summary>A label for a tube: the sample's number in letters and as a square for scanners. It names nobody.
    /// </summary>
    /// <param name="sample">The number; letters, digits and hyphens.</param>
    /// <param name="taken">When the sample was taken.</param>
    /// <param name="square">The number as a QR code in SVG.</param>
    /// <param name="language">The language of the words.</param>
    public static string Label(string sample, DateOnly taken, string square, NoticeLanguage language)
    {
        var words = NoticeWords.In(language);
        var page = Begin(words.Tag, words.Sample, isSynthetic: false, "@page { size: 50mm 25mm; margin: 2mm }");
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"label\">{square}\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{words.Sample}<br><b>{Escaped(sample)}</b><br>");
        page.Append(CultureInfo.InvariantCulture, $"{words.Taken} {Day(taken)}</p></div>\n");
        return page.Append("</body></html>\n").ToString();
    }

    static StringBuilder Begin(string tag, string title, bool isSynthetic, string paper) =>
        new StringBuilder().Append(CultureInfo.InvariantCulture, $$"""
            <!DOCTYPE html>
            <html lang="{{tag}}"><head><meta charset="utf-8"><title>{{title}}</title>
            <style>
            {{paper}}
            body { margin: 0 auto; max-width: 170mm; color: #14181d; background: #fff;
              font: 11pt/1.5 "Source Serif 4", "Noto Serif", "Noto Serif CJK SC", "Songti SC", SimSun, Georgia, serif }
            h1 { margin: 6mm 0 8mm; font-size: 20pt; font-weight: 600; text-align: center; letter-spacing: .04em }
            table { border-collapse: collapse; width: 100%; margin: 0 0 6mm }
            th, td { border: 1px solid #6b7480; padding: 2.2mm 3mm; text-align: start; vertical-align: top }
            th { width: 35%; font-weight: 400; color: #46505b; background: #f5f6f8; print-color-adjust: exact }
            p + table td { height: 24mm; color: #8a929b; font-size: 9pt }
            .synthetic { border: 1.5px solid #8c1d18; color: #8c1d18; padding: 2mm; text-align: center;
              font-weight: bold; letter-spacing: .8em }
            .label { display: flex; gap: 2mm; font-size: 8pt }
            .label svg { width: 20mm; height: 20mm }
            </style></head><body>

            """).Append(isSynthetic ? "<p class=\"synthetic\">SYNTHETIC</p>\n" : "");

    static void Row(StringBuilder page, string head, string value) => page.Append(
        CultureInfo.InvariantCulture, $"<tr><th>{head}</th><td>{Escaped(value)}</td></tr>\n");

    static string Age(TemporaryCareNotice notice, NoticeWords words) =>
        (notice.AgeDaysLeast, notice.AgeDaysMost) switch
        {
            (null, null) => words.Unknown,
            var (least, most) when least == most => string.Create(
                CultureInfo.InvariantCulture, $"{least} {words.Days}"),
            var (least, most) => string.Create(CultureInfo.InvariantCulture, $"{least}–{most} {words.Days}"),
        };

    static string Escaped(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal);

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
