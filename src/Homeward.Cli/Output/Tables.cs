using Spectre.Console;

namespace Homeward.Cli.Output;

/// <summary>Tables of plain text: no cell is read as markup.</summary>
static class Tables
{
    /// <param name="columns">Headings; one that starts with <c>&gt;</c> stands over figures, right-aligned.</param>
    public static Table Of(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in columns)
        {
            var isFigure = heading.StartsWith('>');
            var column = new TableColumn(Markup.Escape(heading.TrimStart('>')));
            table.AddColumn(isFigure ? column.RightAligned() : column);
        }
        return table;
    }

    public static void Add(this Table table, params string[] cells) =>
        table.AddRow([.. cells.Select(it => new Text(it))]);
}
