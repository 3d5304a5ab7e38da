namespace Homeward.Cases.Routes;

/// <summary>How a route was closed.</summary>
public enum RouteClosing
{
    CrossingGuarded,
    OrganisersDetained,
    TransportSeized,
}
