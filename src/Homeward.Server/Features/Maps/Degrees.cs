namespace Homeward.Server.Features.Maps;

/// <summary>A place on the globe.</summary>
public readonly record struct Degrees(double Longitude, double Latitude);
