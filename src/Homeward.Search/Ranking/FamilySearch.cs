using Homeward.Genetics.Kinship;
using Homeward.Search.Index;
using Homeward.Search.Tables;

namespace Homeward.Search.Ranking;

/// <summary>
/// Every missing member against every rescued child, all in memory: index, compile, scan, calculate, rank.
/// </summary>
public sealed class FamilySearch
{
    readonly SearchSettings _settings;
    readonly IReadOnlyList<RescuedChild> _children;

    /// <param name="settings">What is taken for granted.</param>
    /// <param name="children">Ids differ.</param>
    public FamilySearch(SearchSettings settings, IReadOnlyList<RescuedChild> children) =>
        (_settings, _children) = (settings, children);

    /// <param name="families">Families with their missing members.</param>
    /// <param name="progress">Told the share done of each stage, 0 to 1.</param>
    /// <param name="cancel">The wish to stop; every stage looks at it.</param>
    public SearchResult Run(
        IReadOnlyList<Family> families,
        IProgress<(string Stage, double Share)>? progress = null,
        CancellationToken cancel = default)
    {
        var sought = new SoughtMembers(families);
        var typed = _children.SelectMany(it => it.Profile.Genotypes.Keys).ToHashSet(StringComparer.Ordinal);
        using var index = new ProfileIndex(_settings.CodeBookFor(typed));
        foreach (var child in _children) index.Append(child.Profile);
        var circumstances = new TableCircumstances(index, _settings.Populations[0], _settings.Threshold);
        using var tables = new TableCompiler(circumstances, _settings.Scan.Threads)
            .InMemory(sought, it => progress?.Report((SearchStages.Compiling, it)), cancel);
        return new IndexSearch(_settings, index, sought, tables) { ChildOf = slot => _children[slot] }
            .AllAgainstAll(progress, cancel);
    }
}
