using Homeward.Cases.Agencies;
using Homeward.Cases.Investigations;
using Homeward.Cases.Routes;

namespace Homeward.Storage.Routes;

/// <summary>A stretch of a route, as it is put down.</summary>
public sealed record LegDraft(int Number, RegionCode From, RegionCode To, TravelMode Mode)
{
    public string? CrossingPoint { get; init; }
    public DateOnly? KnownFrom { get; init; }
    public DateOnly? KnownTo { get; init; }
    public LinkCertainty Certainty { get; init; }
}
