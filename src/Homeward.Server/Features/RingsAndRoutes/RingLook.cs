using Homeward.Cases.Investigations;
using Homeward.Cases.Rings;
using Homeward.Cases.Routes;

namespace Homeward.Server.Features.RingsAndRoutes;

/// <summary>How the state of a ring or a route looks: done, at work, or not known enough.</summary>
static class RingLook
{
    public static string ChipOf(RingState state) => state switch
    {
        RingState.BrokenUp => "chip-good",
        RingState.Resurfaced => "chip-alarm",
        RingState.Known => "chip-warn",
        _ => "",
    };

    public static string ChipOf(RouteState state) => state switch
    {
        RouteState.Closed => "chip-good",
        RouteState.Reactivated => "chip-alarm",
        RouteState.Confirmed => "chip-warn",
        _ => "",
    };

    public static string ChipOf(LinkCertainty certainty) => certainty switch
    {
        LinkCertainty.Confirmed => "chip-good",
        LinkCertainty.Tentative => "chip-warn",
        LinkCertainty.Unconfirmed => "",
    };
}
