namespace Homeward.Cases.People;

/// <summary>Why two records are held to be one human being.</summary>
public enum MergeBasis
{
    Document,
    Biometric,
    DnaOfSamePerson,
    Statement,
    RecordedTwice,
}
