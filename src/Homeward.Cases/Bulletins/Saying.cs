using System.Globalization;

namespace Homeward.Cases.Bulletins;

/// <summary>How a figure is said in a sentence. Tables always show it exactly.</summary>
/// <remarks>Large figures of their kind are said as "over", of the next lower round number; one that is round, or below
/// ten times the step, is said as it is.</remarks>
public readonly record struct Saying(int Step)
{
    public static Saying Exactly => new(1);
    public static Saying InHundreds => new(100);
    public static Saying InThousands => new(1000);

    /// <summary>The number to say, and whether the figure is over it.</summary>
    public (int Said, bool IsOver) Of(int figure)
    {
        if (figure < 10 * Step || figure % Step == 0) return (figure, false);
        return (figure - figure % Step, true);
    }

    /// <summary>Digits with the language's grouping mark.</summary>
    public static string Digits(int number, string mark)
    {
        var digits = number.ToString("N0", CultureInfo.InvariantCulture);
        return mark == "," ? digits : digits.Replace(",", mark, StringComparison.Ordinal);
    }
}
