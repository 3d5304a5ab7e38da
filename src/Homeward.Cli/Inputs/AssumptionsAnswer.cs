namespace Homeward.Cli.Inputs;

/// <summary>The assumptions as they stand in JSON.</summary>
sealed record AssumptionsAnswer(
    IReadOnlyList<string> Populations, double Theta, string Mutation, string? MinimumFrequency, double SilentFrequency);
