namespace Homeward.Cases.Jurisdictions;

/// <summary>One name or sentence in each of a profile's languages.</summary>
/// <param name="ByLanguage">By language code: <c>en</c>, <c>zh-Hans</c>.</param>
public sealed record Wording(IReadOnlyDictionary<string, string> ByLanguage)
{
    public string In(string language) => ByLanguage[language];
}
