namespace Homeward.Storage.Rules;

/// <summary>The embedded SQL of the rules, one file a rule, in the order of their numbers.</summary>
static class RuleFiles
{
    public static IReadOnlyList<string> Of(string provider)
    {
        var assembly = typeof(RuleFiles).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(it => it.StartsWith($"Rules.{provider}.", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                    return reader.ReadToEnd();
                }),
        ];
    }
}
