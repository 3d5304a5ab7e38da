namespace Homeward.Cli.Inputs;

/// <summary>The assumptions as they stand in JSON.</summary>
/// <param name="Populations">Names of the tables.</param>
/// <param name="Theta">The coancestry coefficient.</param>
/// <param name="Mutation">The models in words.</param>
/// <param name="MinimumFrequency">The floor in words.</param>
/// <param name="SilentFrequency">The same at every marker; null when it is not.</param>
/// <param name="SilentByMarker">The markers that have a silent allele, when not all have the same; else null.</param>
sealed record AssumptionsAnswer(
    IReadOnlyList<string> Populations,
    double Theta,
    string Mutation,
    string? MinimumFrequency,
    double? SilentFrequency,
    IReadOnlyDictionary<string, double>? SilentByMarker)
{
    public string SilentInWords() => SilentByMarker is null ? $"{SilentFrequency}"
        : string.Join(", ", SilentByMarker.Select(it => $"{it.Value} at {it.Key}"));
}
