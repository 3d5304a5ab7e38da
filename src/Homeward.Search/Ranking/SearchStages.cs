namespace Homeward.Search.Ranking;

/// <summary>The stages of a search, as they are told to somebody who waits.</summary>
public static class SearchStages
{
    public const string Compiling = "compiling families";
    public const string Scanning = "scanning and calculating";
    public const string Explaining = "explaining candidates";
}
