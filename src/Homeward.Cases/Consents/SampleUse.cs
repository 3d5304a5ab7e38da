namespace Homeward.Cases.Consents;

/// <summary>What a consent is for. Nothing else is done with the sample or the profile.</summary>
/// <remarks>Stored by name: a name is never changed, and a new one is added at the end.</remarks>
public enum SampleUse
{
    /// <summary>Compared to find missing people and their families.</summary>
    Search,

    /// <summary>Typed a second time, with more markers or to make sure.</summary>
    RepeatTyping,

    /// <summary>Compared with the samples of a laboratory to tell a contamination, and never searched.</summary>
    ContaminationCheck,
}
