namespace Homeward.Server.Features.LinkChart;

/// <summary>Nodes of a ring's chart that are shown, or folded into one, together.</summary>
public enum LinkGroup
{
    Organisers,
    Core,
    Associates,
    OtherRings,
    Operations,
    Routes,
    Children,
    FoundWith,
}
