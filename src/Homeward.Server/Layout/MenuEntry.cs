using Homeward.Cases.Access;
using Homeward.Server.Security;

namespace Homeward.Server.Layout;

/// <summary>A line of the menu. What somebody may not use, and what is not finished, is not in it.</summary>
/// <param name="Place">Where it leads.</param>
/// <param name="Words">The key of its name.</param>
/// <param name="Needs">Null when every signed-in user has it.</param>
sealed record MenuEntry(string Place, string Words, Permission? Needs)
{
    /// <summary>Groups by what the work is about; the first has no heading.</summary>
    static readonly (string? Heading, MenuEntry[] Entries)[] All =
    [
        (null, [new("/", "today.title", null)]),
        ("menu.record",
        [
            new("/rescues/new", "rescue.title", Permission.RecordRescue),
            new("/detentions/new", "detention.title", Permission.RecordDetention),
        ]),
        ("menu.people",
        [
            new("/children", "children.title", Permission.ReadRescues),
            new("/reports", "reports.title", Permission.ReadReports),
            new("/people", "people.title", Permission.ReadPeople),
        ]),
        ("menu.laboratory",
        [
            new("/laboratory/candidates", "lab.candidates", Permission.ReviewCandidate),
            new("/laboratory/samples", "lab.samples", Permission.ReviewCandidate),
            new("/laboratory/batches", "batch.title", Permission.ReviewCandidate),
        ]),
        ("menu.work",
        [
            new("/operations", "operations.title", Permission.ReadOperations),
            new("/rings", "rings.title", Permission.ReadRings),
            new("/routes", "routes.title", Permission.ReadRoutes),
        ]),
        ("menu.figures",
        [
            new("/statistics", "statistics.title", Permission.ReadStatistics),
            new("/bulletins", "bulletins.title", Permission.ReadBulletins),
        ]),
        ("menu.tools",
        [
            new("/calculator", "calc.title", null),
            new("/audit", "audit.title", Permission.ReadAudit),
        ]),
        ("menu.administration",
        [
            new("/users", "users.title", Permission.ReadGrants),
            new("/invitations", "invitations.title", Permission.InviteUser),
            new("/agencies", "agencies.title", Permission.ManageAgency),
        ]),
    ];

    /// <summary>The groups in which the visitor has something.</summary>
    public static IEnumerable<(string? Heading, IReadOnlyList<MenuEntry> Entries)> For(Visitor visitor) =>
        from it in All
        let own = it.Entries.Where(entry => entry.IsFor(visitor)).ToList()
        where own.Count > 0
        select (visitor.Actor is null ? null : it.Heading, (IReadOnlyList<MenuEntry>)own);

    public bool IsAt(string place) =>
        Place == "/" ? place == "/" : place.StartsWith(Place, StringComparison.Ordinal);

    bool IsFor(Visitor visitor) => visitor.Actor is null ? Place == "/calculator"
        : Needs is not { } needed || visitor.May(needed);
}
