namespace Homeward.Cases.Routes;

public enum RouteKind
{
    CrossBorder,
    CrossRegional,
    Local,
}
