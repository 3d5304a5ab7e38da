using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Markers;

/// <summary>The kits and core sets Homeward knows, from <c>Tables/kits.csv</c>.</summary>
public static class KitCatalogue
{
    public static IReadOnlyList<Kit> All { get; } =
    [
        .. EmbeddedTable.Read("kits.csv", "name,source,markers").Rows
            .Select(it => new Kit(Name: it[0], Markers: it[2].Split(';'), Source: it[1])),
    ];

    /// <summary>The kit of this name, whatever its case, spaces and hyphens; null when there is none.</summary>
    public static Kit? Find(string name) =>
        All.FirstOrDefault(it => NameKey.Of(it.Name) == NameKey.Of(name));
}
