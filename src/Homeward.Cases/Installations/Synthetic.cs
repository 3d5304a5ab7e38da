namespace Homeward.Cases.Installations;

/// <summary>How made-up names are marked, so that nobody takes them for real ones.</summary>
public static class Synthetic
{
    public const string Mark = "SYNTHETIC";

    public static string Name(string name) => $"{Mark} {name}";

    public static bool IsMarked(string name) => name.StartsWith(Mark + " ", StringComparison.Ordinal);
}
