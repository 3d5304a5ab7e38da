namespace Homeward.Cases.Names;

/// <summary>How near a name comes to the one that is looked for, the nearest first.</summary>
public enum NameCloseness
{
    SameCharacters,
    /// <summary>Read alike, tones and all, or written in Latin letters and the same.</summary>
    SameSound,
    /// <summary>Read alike but for the tones, which one of the two does not tell or tells otherwise.</summary>
    SameLetters,
    /// <summary>Alike if a character is read in one of its less common ways.</summary>
    OtherReading,
    /// <summary>One character or one letter is another, is missing, is one too many, or two changed places.</summary>
    OneFault,
    Different,
}
