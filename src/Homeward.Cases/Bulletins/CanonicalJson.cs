using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Homeward.Cases.Statistics;

namespace Homeward.Cases.Bulletins;

/// <summary>A bulletin's figures as the bytes that are published: UTF-8, names in the order of their code points, whole
/// numbers only, days as 2011-07-27, no white space. The same figures give the same bytes.</summary>
public static class CanonicalJson
{
    public static string Of(BulletinFigures figures)
    {
        var plan = figures.Plan;
        return Written(new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["ageRules"] = plan.AgeRules.Select(Rule).ToArray(),
            ["bulletin"] = plan.Number,
            ["day"] = Day(plan.Day),
            ["ledgerLine"] = figures.Last.Number,
            ["metrics"] = MetricDefinition.Current.Select(Metric).ToArray(),
            ["national"] = Part(figures.National),
            ["operations"] = plan.Operations.Zip(figures.Operations, Operation).ToArray(),
            ["profile"] = plan.Profile,
            ["since"] = Day(plan.Since),
            ["together"] = Part(figures.Together),
            ["zone"] = plan.Zone,
        });
    }

    static SortedDictionary<string, object> Rule(BulletinPlan.PlannedRule rule) => new(StringComparer.Ordinal)
    {
        ["childBelow"] = rule.ChildBelow,
        ["code"] = rule.Code,
        ["reached"] = rule.Reached.ToString(),
    };

    static SortedDictionary<string, object> Metric(MetricDefinition metric) => new(StringComparer.Ordinal)
    {
        ["additive"] = metric.IsAdditive,
        ["metric"] = metric.Metric.ToString(),
        ["version"] = metric.Version,
    };

    static SortedDictionary<string, object> Operation(BulletinPlan.PlannedOperation operation, Figures figures) =>
        new(StringComparer.Ordinal)
        {
            ["code"] = operation.Code,
            ["day"] = Day(operation.Day),
            ["figures"] = Part(figures),
        };

    static SortedDictionary<string, object> Part(Figures figures)
    {
        var part = new SortedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["foreignPartners"] = figures.ForeignPartners.Select(it => (object)it.Value).ToArray(),
            ["jurisdictions"] = figures.Jurisdictions.Select(it => (object)it.Value).ToArray(),
            ["officers"] = figures.Officers,
        };
        foreach (var metric in MetricDefinition.Current.Where(it => it.IsAdditive))
            part[metric.Metric.ToString()] = figures.Of(metric.Metric);
        var persons = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (rule, counts) in figures.Persons)
            persons[rule] = new SortedDictionary<string, object>(StringComparer.Ordinal)
            {
                ["children"] = counts.Children,
                ["men"] = counts.Men,
                ["notDetermined"] = counts.NotDetermined,
                ["women"] = counts.Women,
            };
        part["persons"] = persons;
        return part;
    }

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Written(SortedDictionary<string, object> value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    static void Write(StringBuilder text, object value)
    {
        switch (value)
        {
            case SortedDictionary<string, object> fields:
                WriteAll(text, ('{', '}'), fields, it =>
                {
                    Write(text, it.Key);
                    text.Append(':');
                    Write(text, it.Value);
                });
                break;
            case object[] items:
                WriteAll(text, ('[', ']'), items, it => Write(text, it));
                break;
            case string words:
                text.Append('"').Append(JsonEncodedText.Encode(words, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))
                    .Append('"');
                break;
            case bool yes:
                text.Append(yes ? "true" : "false");
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }

    static void WriteAll<T>(StringBuilder text, (char Open, char Close) brackets, IEnumerable<T> items, Action<T> write)
    {
        text.Append(brackets.Open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst) text.Append(',');
            isFirst = false;
            write(item);
        }
        text.Append(brackets.Close);
    }
}
