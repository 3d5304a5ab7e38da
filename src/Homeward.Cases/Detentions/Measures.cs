namespace Homeward.Cases.Detentions;

public static class Measures
{
    /// <summary>Whether somebody under this measure is deprived of liberty: what counts as detained.</summary>
    /// <remarks>A summons ends within a day, bail and residential surveillance restrict liberty without taking it.
    /// </remarks>
    public static bool DeprivesOfLiberty(this Measure measure) => measure switch
    {
        Measure.CriminalDetention or Measure.Arrest or Measure.AdministrativeDetention => true,
        Measure.Wanted or Measure.Summoned or Measure.ResidentialSurveillance or Measure.Bail or Measure.Released
            => false,
    };
}
