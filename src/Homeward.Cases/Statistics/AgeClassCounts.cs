using Homeward.Cases.Jurisdictions;

namespace Homeward.Cases.Statistics;

/// <summary>Everybody, told apart by one age rule: each in exactly one class.</summary>
public sealed record AgeClassCounts(int Children, int Women, int Men, int NotDetermined)
{
    public static AgeClassCounts None { get; } = new(0, 0, 0, 0);

    public int Total => Children + Women + Men + NotDetermined;

    internal AgeClassCounts With(AgeClass age, int count) => age switch
    {
        AgeClass.Child => this with { Children = Children + count },
        AgeClass.Woman => this with { Women = Women + count },
        AgeClass.Man => this with { Men = Men + count },
        AgeClass.NotDetermined => this with { NotDetermined = NotDetermined + count },
    };
}
