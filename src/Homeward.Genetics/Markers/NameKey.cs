namespace Homeward.Genetics.Markers;

/// <summary>What all spellings of one name share: PENTA_E, Penta-E and penta e are one marker.</summary>
static class NameKey
{
    const string Ignored = "_-./()";

    public static string Of(string name) => string.Concat(
        name.Where(it => !char.IsWhiteSpace(it) && !Ignored.Contains(it)).Select(char.ToUpperInvariant));
}
