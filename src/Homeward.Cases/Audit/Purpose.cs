namespace Homeward.Cases.Audit;

/// <summary>What somebody says he needs the data for.</summary>
/// <remarks>Stored by name: a name is never changed, and a new one is added at the end.</remarks>
public enum Purpose
{
    Investigation,
    Rescue,
    Care,
    Identification,
    Decision,
    Statistics,
    Oversight,
    Administration,
    Demonstration,
    Retention,
}
