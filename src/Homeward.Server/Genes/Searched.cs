namespace Homeward.Server.Genes;

/// <summary>Up to which change somebody was touched, and up to which one a search of his saw everybody.</summary>
/// <param name="Touched">Number of the change.</param>
/// <param name="Saw">Version of the newest record under the terms that hold; 0 for none.</param>
readonly record struct Searched(long Touched, long Saw)
{
    public bool IsDone => Saw >= Touched;

    /// <summary>Whether a search of either saw the other as he is now.</summary>
    public static bool Covers(Searched one, Searched other) =>
        Math.Max(one.Saw, other.Saw) >= Math.Max(one.Touched, other.Touched);
}
