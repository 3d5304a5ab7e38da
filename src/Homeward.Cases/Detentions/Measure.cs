namespace Homeward.Cases.Detentions;

/// <summary>What is done with a suspect from a moment on.</summary>
public enum Measure
{
    Wanted,
    /// <summary>Brought in for questioning, for hours.</summary>
    Summoned,
    CriminalDetention,
    Arrest,
    AdministrativeDetention,
    ResidentialSurveillance,
    Bail,
    Released,
}
