using Homeward.Cases.Access;
using Homeward.Tests.Architecture;

namespace Homeward.Tests.Cases.Access;

/// <summary>The tables of docs/guide/access.md, as people read them: the model to which the code is held.</summary>
static class AccessTable
{
    static readonly Role[] Columns =
    [
        Role.Investigator, Role.Commander, Role.Headquarters, Role.Caseworker, Role.PanelMember, Role.Analyst,
        Role.Prosecutor, Role.Liaison, Role.Statistician, Role.Administrator, Role.Inspector, Role.Approver,
    ];

    static readonly HashSet<(string Line, Role Role)> Crossed = Read();

    public static bool Allows(Role role, Permission what) => Crossed.Contains((what.ToString(), role));

    public static bool Shows(Role role, FieldClasses field) => Crossed.Contains((field.ToString(), role));

    static HashSet<(string, Role)> Read() =>
    [
        .. from line in SourceTree.Read("docs/guide/access.md").Split('\n')
           let cells = line.Split('|').Select(it => it.Trim()).ToArray()
           where cells.Length == Columns.Length + 3
           from column in Columns.Index()
           where cells[column.Index + 2] == "x"
           select (cells[1], column.Item),
    ];
}
