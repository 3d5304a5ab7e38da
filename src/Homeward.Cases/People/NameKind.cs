namespace Homeward.Cases.People;

public enum NameKind
{
    Birth,
    /// <summary>By whoever bought the child: known to the child, and to nobody who searches.</summary>
    GivenByBuyer,
    /// <summary>By an institution, for want of a known one.</summary>
    GivenInCare,
    Alias,
    Nickname,
    /// <summary>Another spelling of one of the others in Latin letters.</summary>
    Romanised,
}
