using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Names;

/// <summary>Somebody whose name comes near the one that is looked for, and why he or she stands where in the list.
/// </summary>
public sealed record PersonMatch
{
    public required PersonId Identity { get; init; }

    /// <summary>The nearest of the person's names; its kind says whether it is an alias, or was given by a buyer.
    /// </summary>
    public required PersonName Name { get; init; }

    public required NameCloseness Closeness { get; init; }
    public required Agreement Sex { get; init; }
    public required Agreement Age { get; init; }
    public required Agreement Place { get; init; }
    public required Agreement Marks { get; init; }

    /// <summary>What agrees less what differs.</summary>
    public int Balance => new[] { Sex, Age, Place, Marks }.Sum(it => it switch
    {
        Agreement.Agrees => 1,
        Agreement.Differs => -1,
        Agreement.Unknown => 0,
    });

    /// <summary>Nearest name first, then by what else agrees, then by id, so that the order is always the same.
    /// </summary>
    public static IEnumerable<PersonMatch> Ranked(IEnumerable<PersonMatch> matches) =>
        matches.OrderBy(it => it.Closeness).ThenByDescending(it => it.Balance).ThenBy(it => it.Identity.Value);

    public static Agreement OfSex(Sex asked, IEnumerable<Sex> recorded) =>
        asked == People.Sex.Unknown ? Agreement.Unknown
        : OfKnown(recorded.Where(it => it != People.Sex.Unknown), it => it == asked);

    /// <summary>Birth days that may be the same agree; those that cannot be differ.</summary>
    public static Agreement OfAge(DayInterval asked, IEnumerable<DayInterval> recorded) =>
        asked == DayInterval.Unknown ? Agreement.Unknown
        : OfKnown(recorded.Where(it => it != DayInterval.Unknown), it => it.Overlaps(asked));

    /// <summary>Marks that nobody wrote down are not absent, so they never differ.</summary>
    public static Agreement OfMarks(string asked, IEnumerable<string?> recorded)
    {
        var words = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return recorded.OfType<string>().Any(
            it => words.Any(word => it.Contains(word, StringComparison.OrdinalIgnoreCase)))
            ? Agreement.Agrees
            : Agreement.Unknown;
    }

    public static Agreement OfKnown<T>(IEnumerable<T> known, Func<T, bool> fits)
    {
        var all = known.ToList();
        return all.Count == 0 ? Agreement.Unknown : all.Exists(it => fits(it)) ? Agreement.Agrees : Agreement.Differs;
    }
}
