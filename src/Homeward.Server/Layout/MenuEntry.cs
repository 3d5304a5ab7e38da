using Homeward.Cases.Access;
using Homeward.Server.Security;

namespace Homeward.Server.Layout;

/// <summary>A line of the menu. What somebody may not use, and what is not finished, is not in it.</summary>
/// <param name="Place">Where it leads.</param>
/// <param name="Words">The key of its name.</param>
/// <param name="Needs">Null when every signed-in user has it.</param>
sealed record MenuEntry(string Place, string Words, Permission? Needs)
{
    static readonly MenuEntry[] All =
    [
        new("/", "today.title", null),
        new("/children", "children.title", Permission.ReadRescues),
        new("/rescues/new", "rescue.title", Permission.RecordRescue),
        new("/detentions/new", "detention.title", Permission.RecordDetention),
        new("/calculator", "calc.title", null),
        new("/people", "people.title", Permission.ReadPeople),
        new("/reports", "reports.title", Permission.ReadReports),
        new("/operations", "operations.title", Permission.ReadOperations),
        new("/rings", "rings.title", Permission.ReadRings),
        new("/routes", "routes.title", Permission.ReadRoutes),
        new("/statistics", "statistics.title", Permission.ReadStatistics),
        new("/bulletins", "bulletins.title", Permission.ReadBulletins),
        new("/audit", "audit.title", Permission.ReadAudit),
    ];

    public static IEnumerable<MenuEntry> For(Visitor visitor) =>
        visitor.Actor is null ? All.Where(it => it.Place == "/calculator")
        : All.Where(it => it.Needs is not { } needed || visitor.May(needed));

    public bool IsAt(string place) =>
        Place == "/" ? place == "/" : place.StartsWith(Place, StringComparison.Ordinal);
}
