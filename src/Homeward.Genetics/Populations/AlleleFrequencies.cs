using Homeward.Genetics.Markers;
using Homeward.Genetics.Primitives;

namespace Homeward.Genetics.Populations;

/// <summary>One population's allele frequencies as published: nothing is raised, added or rescaled here.</summary>
public sealed class AlleleFrequencies
{
    readonly Dictionary<string, MarkerFrequencies> _byMarker;

    /// <param name="name">Short name, as given on the command line.</param>
    /// <param name="citation">Who published the table and where.</param>
    /// <param name="markers">One entry a marker, under its canonical name.</param>
    public AlleleFrequencies(string name, string citation, IReadOnlyList<MarkerFrequencies> markers)
    {
        (Name, Citation, Title, Markers) = (name, citation, name, [.. markers.Select(it => it.Marker)]);
        _byMarker = markers.ToDictionary(it => it.Marker, StringComparer.Ordinal);
    }

    public string Name { get; }
    public string Citation { get; }

    /// <summary>The population in words.</summary>
    public string Title { get; init; }

    public string Licence { get; init; } = "";

    /// <summary>What a reader of the table has to know about it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The minimum frequency that the publisher imposed on the table; null when none is stated.</summary>
    public double? StatedMinimum { get; init; }

    /// <summary>Canonical names in the order of the table.</summary>
    public IReadOnlyList<string> Markers { get; }

    /// <summary>The frequencies at a marker, given by any of its names; null when the table has none.</summary>
    public MarkerFrequencies? Find(string marker) =>
        _byMarker.GetValueOrDefault(marker) ?? _byMarker.GetValueOrDefault(MarkerCatalogue.Canonical(marker));

    /// <summary>Why this floor cannot be used with this table; empty when it can.</summary>
    /// <remarks>Ask once for a population; <see cref="MarkerFrequencies.Ladder"/> relies on it.</remarks>
    public Problems Refusals(MinimumFrequency floor)
    {
        var problems = new Problems();
        var missing = _byMarker.Values.Where(it => !floor.AppliesTo(it)).Select(it => it.Marker).ToList();
        if (missing.Count == 0) return problems;
        var which = missing.Count == Markers.Count ? "" : " of " + string.Join(", ", missing);
        var own = StatedMinimum is { } stated ? new MinimumFrequency.Fixed(stated) : null;
        var hint = own is null ? "" : $" ({own} is the table's own minimum)";
        problems.Add(Name, $"does not state the number of chromosomes{which}, which the floor {floor} needs; " +
            $"give a fixed minimum frequency{hint}");
        return problems;
    }
}
