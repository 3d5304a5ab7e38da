using Homeward.Genetics.Mutation;
using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.LrCases;

/// <summary>Reads <c>{ "model": "stepwise", "rate": 0.002, "rate2": 1e-6, "range": 0.1 }</c> and its like.</summary>
static class MutationSpecReader
{
    static readonly string[] Parameters = ["rate", "rate2", "range", "matrix"];

    /// <summary>The model; null when the problems say why not.</summary>
    public static MutationModel? Read(JsonPlace spec)
    {
        var fields = spec.Fields(["model"], [.. Parameters, "transform"]);
        if (!fields.TryGetValue("model", out var name) || name.Text() is not { } text) return null;
        string[]? used = text switch
        {
            "none" => [],
            "equal" or "proportional" or "onestep" => ["rate"],
            "stepwise" => ["rate", "rate2", "range"],
            "custom" => ["matrix"],
            _ => null,
        };
        if (used is null)
        {
            name.Wrong("is none of none, equal, proportional, stepwise, onestep, custom");
            return null;
        }
        foreach (var parameter in Parameters.Where(it => !used.Contains(it)))
            if (fields.TryGetValue(parameter, out var unused) && !unused.IsNull)
                unused.Warn("is not used by this mutation model");
        var transform = Transform(fields);
        foreach (var parameter in used.Where(it => !fields.ContainsKey(it))) spec.Missing(parameter);
        double? Number(string parameter) => fields.TryGetValue(parameter, out var place) ? place.Number() : null;
        MutationModel? model = text switch
        {
            "none" => new MutationModel.None(),
            "equal" => Number("rate") is { } rate ? new MutationModel.Equal(rate) : null,
            "proportional" => Number("rate") is { } rate ? new MutationModel.Proportional(rate) : null,
            "onestep" => Number("rate") is { } rate ? new MutationModel.OneStep(rate) : null,
            "stepwise" => Stepwise(Number("rate"), Number("rate2"), Number("range")),
            _ => fields.TryGetValue("matrix", out var matrix) && Rows(matrix) is { } rows
                ? new MutationModel.Custom(rows)
                : null,
        };
        return transform is { } known && model is not null ? model with { Transform = known } : null;
    }

    static MutationModel.Stepwise? Stepwise(double? rate, double? rate2, double? range) =>
        rate is { } within && rate2 is { } across && range is { } factor ? new(within, across, factor) : null;

    static MutationTransform? Transform(Dictionary<string, JsonPlace> fields)
    {
        if (!fields.TryGetValue("transform", out var place) || place.IsNull) return MutationTransform.None;
        switch (place.Text())
        {
            case null: return null;
            case "PM": return MutationTransform.PM;
            case "MH": return MutationTransform.MH;
            case "BA": return MutationTransform.BA;
            default:
                place.Wrong("is none of PM, MH, BA");
                return null;
        }
    }

    static List<double[]>? Rows(JsonPlace matrix)
    {
        var rows = new List<double[]>();
        var whole = matrix.IsList;
        foreach (var row in matrix.Items())
        {
            double?[] cells = [.. row.Items().Select(it => it.Number())];
            whole &= row.IsList && Array.TrueForAll(cells, it => it is not null);
            rows.Add(Array.ConvertAll(cells, it => it ?? 0));
        }
        return whole ? rows : null;
    }
}
