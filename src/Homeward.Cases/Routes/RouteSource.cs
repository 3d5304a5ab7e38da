namespace Homeward.Cases.Routes;

public enum RouteSource
{
    Statement,
    Surveillance,
    Document,
    Agency,
    ForeignAgency,
    Tip,
}
