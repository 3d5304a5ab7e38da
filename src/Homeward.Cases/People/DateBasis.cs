namespace Homeward.Cases.People;

/// <summary>What a date or an age rests on.</summary>
public enum DateBasis
{
    Unknown,
    Document,
    /// <summary>Said by somebody who should know.</summary>
    Stated,
    /// <summary>Guessed by looking at the person.</summary>
    Appearance,
    /// <summary>Teeth, bones or a physician.</summary>
    Medical,
}
