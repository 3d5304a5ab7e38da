using Homeward.Cases.Samples;

namespace Homeward.Cli.Commands.Register;

/// <summary>A sample without whose it is; the schema is in docs/guide/command-line.md.</summary>
/// <param name="Label">On the tube.</param>
/// <param name="Role">As what it was given.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Holder">User in whose hands it is.</param>
/// <param name="Uses">What the consent is for.</param>
/// <param name="Accessions">Numbers of its typings, in order.</param>
sealed record SampleAnswer(
    string Label, string Role, string Stage, Guid Holder, IReadOnlyList<string> Uses, IReadOnlyList<string> Accessions)
{
    public static SampleAnswer Of(SampleFacts it) => new(
        it.Label, $"{it.Role}", $"{it.Stage}", it.Holder.Value, [.. it.Uses.Order().Select(use => $"{use}")],
        [.. it.Typings.Select(typing => typing.Accession.ToString())]);
}
