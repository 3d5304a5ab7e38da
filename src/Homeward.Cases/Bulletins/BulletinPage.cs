using System.Globalization;
using System.Text;
using Homeward.Cases.Agencies;
using Homeward.Cases.Installations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Statistics;

namespace Homeward.Cases.Bulletins;

/// <summary>A bulletin as a page: one file without scripts or anything from outside, for screen and paper.</summary>
public sealed class BulletinPage
{
    readonly BulletinFigures _figures;
    readonly JurisdictionProfile _profile;
    readonly BulletinWords _words;
    readonly StringBuilder _html = new();

    BulletinPage(BulletinFigures figures, JurisdictionProfile profile, BulletinWords words) =>
        (_figures, _profile, _words) = (figures, profile, words);

    BulletinPlan Plan => _figures.Plan;
    string Since => _words.Day(Plan.Since);

    /// <param name="figures">What is told.</param>
    /// <param name="profile">For the names of places and rules.</param>
    /// <param name="words">The language.</param>
    /// <param name="digest">Of the canonical figures.</param>
    /// <param name="isDemonstration">Everybody in the figures is made up, and the page says so.</param>
    public static string Of(
        BulletinFigures figures, JurisdictionProfile profile, BulletinWords words, string digest, bool isDemonstration)
    {
        var page = new BulletinPage(figures, profile, words);
        page.Write(digest, isDemonstration);
        return page._html.ToString();
    }

    void Write(string digest, bool isDemonstration)
    {
        _html.Append(CultureInfo.InvariantCulture, $"""
            <!DOCTYPE html>
            <html lang="{_words.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Title(isDemonstration)}</title>
            <style>{BulletinStyle.Css}</style>
            </head>
            <body>{(isDemonstration ? Mark() : "")}
            <header>
            <p class="number">{Text("number", ("number", Plan.Number))}</p>
            <h1>{Text("title")}</h1>
            <p class="day">{Text("asOf", ("day", _words.Day(Plan.Day)))}</p>
            </header>
            <main>

            """);
        Lead();
        Operations();
        Rules();
        Totals();
        Notes(digest);
        _html.Append("</main>\n</body>\n</html>\n");
    }

    string Title(bool isDemonstration) =>
        (isDemonstration ? Synthetic.Mark + " · " : "")
        + $"{Text("title")} · {Text("number", ("number", Plan.Number))}";

    /// <summary>At the head of the page, and across every sheet of paper.</summary>
    string Mark() =>
        $"\n<p class=\"synthetic\"><strong>{Synthetic.Mark}</strong> {Text("demonstration")}</p>"
        + $"\n<div class=\"across\" aria-hidden=\"true\">{Synthetic.Mark}</div>";

    void Lead()
    {
        Line("p", "lead", Safe(BulletinSentences.Lead(_figures, _words)));
        Line("p", "lead", Safe(BulletinSentences.National(_figures, _words)));
        Line("p", "", Text("placed"));
    }

    void Operations()
    {
        Line("h2", "", Text("operationsTitle"));
        foreach (var sentence in BulletinSentences.Operations(_figures, _words)) Line("p", "", Safe(sentence));
        string[] columns =
        [
            "operation", "day", "jurisdictions", "foreignPartners", "officers", "children", "women", "suspects",
            "rings", "routes",
        ];
        Open(
            columns.Select(it => Text(it) + (it is "jurisdictions" or "foreignPartners" ? "<sup>†</sup>" : "")),
            "operations");
        foreach (var (operation, figures) in Plan.Operations.Zip(_figures.Operations))
            Row("", [Safe(operation.Code), Safe(_words.Day(operation.Day)), .. Cells(figures)]);
        if (Plan.Operations.Count > 1) Row("sum", [Text("together"), "", .. Cells(_figures.Together)]);
        Close();
        Line("p", "small", Text("takingPart", ("list", Names(_figures.Together.Jurisdictions))));
        if (_figures.Together.ForeignPartners.Count > 0)
            Line("p", "small", Text("foreignTakingPart", ("list", Names(_figures.Together.ForeignPartners))));
    }

    string[] Cells(Figures it) =>
    [
        .. new[]
        {
            it.Jurisdictions.Count, it.ForeignPartners.Count, it.Officers, First(it).Children, First(it).Women,
            it.Of(Metric.SuspectsDetained), it.Of(Metric.RingsBrokenUp), it.Of(Metric.RoutesClosed),
        }.Select(_words.Number),
    ];

    void Rules()
    {
        Line("h2", "", Text("rulesTitle"));
        Open(new[] { "rule", "", "children", "women", "men", "notDetermined", "persons" }
            .Select(it => it.Length == 0 ? "" : Text(it)), "rules");
        (string Scope, Figures Figures)[] scopes =
        [
            (Text("scopeTogether"), _figures.Together),
            (Text("scopeNational", ("since", Since)), _figures.National),
        ];
        foreach (var rule in Plan.AgeRules)
            foreach (var (scope, figures) in scopes)
            {
                var it = figures.Persons[rule.Code];
                string[] counts =
                    [.. new[] { it.Children, it.Women, it.Men, it.NotDetermined, it.Total }.Select(_words.Number)];
                Row("", [NameOf(rule), scope, .. counts]);
            }
        Close();
        Line("p", "small", Text("rulesNote"));
    }

    void Totals()
    {
        Line("h2", "", Text("totalsTitle", ("since", Since)));
        Open(new[] { "metric", "value", "definition" }.Select(it => Text(it)), "figures");
        (Metric Metric, string Name)[] rows =
        [
            (Metric.CasesSolved, "cases"), (Metric.RingsBrokenUp, "rings"), (Metric.SuspectsDetained, "suspects"),
            (Metric.PersonsRescued, "persons"), (Metric.Rescues, "rescues"), (Metric.RoutesClosed, "routes"),
        ];
        foreach (var (metric, name) in rows)
            Row("", [Text(name), _words.Number(_figures.National.Of(metric)), Definition(metric)]);
        Close();
    }

    void Notes(string digest)
    {
        Line("h2", "", Text("notesTitle"));
        _html.Append("<ul>\n");
        Line("li", "", "<sup>†</sup> " + Text("noteUnion") + " " + Definition(Metric.Participations));
        Line("li", "", Text("noteChildren", ("rule", Plain(Plan.AgeRules[0]))));
        Line("li", "", Text("noteOver"));
        Line("li", "", Text(
            "noteFrozen", ("line", _figures.Last.Number.ToString(CultureInfo.InvariantCulture)),
            ("zone", Plan.Zone)));
        Line("li", "digest", Text("noteDigest", ("digest", digest)));
        _html.Append("</ul>\n");
    }

    string Definition(Metric metric) => Text(
        "define" + metric,
        ("version", _words.Number(MetricDefinition.Of(metric).Version)));

    AgeClassCounts First(Figures figures) => figures.Persons[Plan.AgeRules[0].Code];

    string NameOf(BulletinPlan.PlannedRule rule) => Safe(Plain(rule));

    string Plain(BulletinPlan.PlannedRule rule) => _profile.AgeRule(rule.Code)?.Name.In(_words.Language) ?? rule.Code;

    string Names(IEnumerable<RegionCode> regions) => string.Join(
        _words.Say("separator"),
        regions.Select(it => _profile.Regions.Find(it.Value)?.Name.In(_words.Language) ?? it.Value));

    /// <summary>From the table, made safe for a page.</summary>
    string Text(string name, params (string Gap, string Value)[] values) => Safe(_words.Say(name, values));

    void Open(IEnumerable<string> headings, string kind)
    {
        _html.Append(CultureInfo.InvariantCulture, $"<table class=\"{kind}\">\n<thead><tr>");
        foreach (var it in headings) _html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{it}</th>");
        _html.Append("</tr></thead>\n<tbody>\n");
    }

    void Row(string kind, IReadOnlyList<string> cells)
    {
        _html.Append(kind.Length == 0 ? "<tr>" : $"<tr class=\"{kind}\">");
        _html.Append(CultureInfo.InvariantCulture, $"<th scope=\"row\">{cells[0]}</th>");
        foreach (var cell in cells.Skip(1)) _html.Append(CultureInfo.InvariantCulture, $"<td>{cell}</td>");
        _html.Append("</tr>\n");
    }

    void Close() => _html.Append("</tbody>\n</table>\n");

    void Line(string tag, string kind, string html) =>
        _html.Append(kind.Length == 0 ? $"<{tag}>" : $"<{tag} class=\"{kind}\">")
            .Append(html).Append("</").Append(tag).Append(">\n");

    static string Safe(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
