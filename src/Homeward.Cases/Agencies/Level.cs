namespace Homeward.Cases.Agencies;

/// <summary>A level of the state, from the nearest to the highest.</summary>
public enum Level
{
    County,
    City,
    Province,
    National,
}
