namespace Homeward.Server.Genes;

/// <summary>What searching did.</summary>
/// <param name="Children">Children whose search was completed.</param>
/// <param name="Families">Families whose search was completed.</param>
/// <param name="Pairs">Pairs found at or over the threshold.</param>
public sealed record SearchRound(int Children, int Families, int Pairs)
{
    public static SearchRound Nothing { get; } = new(0, 0, 0);

    public SearchRound And(SearchRound other) =>
        new(Children + other.Children, Families + other.Families, Pairs + other.Pairs);
}
