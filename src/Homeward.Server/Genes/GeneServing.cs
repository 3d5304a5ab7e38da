using Homeward.Cases.Access;
using Homeward.Search.Ranking;
using Homeward.Storage.Genes;

namespace Homeward.Server.Genes;

/// <summary>The gene database of an installation, and how it is searched while the pages are served.</summary>
public sealed record GeneServing
{
    public required GeneDatabase Database { get; init; }

    /// <summary>What every search takes for granted.</summary>
    public required SearchSettings Settings { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The analyst in whose name numbers are carried between cases and genes; null when nothing is carried:
    /// then a command or a timer does it.</summary>
    public required Actor? Carrier { get; init; }
}
