using Homeward.Cases.Investigations;

namespace Homeward.Storage.Rules;

/// <summary>The embedded SQL of the rules, one file a rule, in the order of their numbers. Closed lists of the code are
/// written in where a file names them.</summary>
static class RuleFiles
{
    static readonly string AdverseRoles = string.Join(", ", PartyRoles.Adverse.Select(it => $"'{it}'"));

    /// <param name="folder">Views, which both databases share, or a provider's.</param>
    public static IReadOnlyList<string> Of(string folder)
    {
        var assembly = typeof(RuleFiles).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(it => it.StartsWith($"Rules.{folder}.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return reader.ReadToEnd().Replace("{adverse_roles}", AdverseRoles, StringComparison.Ordinal);
                }),
        ];
    }
}
