namespace Homeward.Cases.Samples;

/// <summary>What a profile is searched for.</summary>
/// <remarks>Stored by name: a name is never changed. There is no kind for suspects.</remarks>
public enum ProfileKind
{
    /// <summary>Of somebody whose family is sought: compared with families.</summary>
    Unidentified,

    /// <summary>Of a relative who searches: compared only as a member of his or her family.</summary>
    Reference,

    /// <summary>Of somebody who works with samples: tells a contamination, and is never searched.</summary>
    Staff,
}
