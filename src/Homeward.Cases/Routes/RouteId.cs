namespace Homeward.Cases.Routes;

public readonly record struct RouteId(Guid Value);
