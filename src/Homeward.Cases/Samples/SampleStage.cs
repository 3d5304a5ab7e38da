namespace Homeward.Cases.Samples;

/// <summary>How far a sample has come, computed from what is recorded of it.</summary>
public enum SampleStage
{
    /// <summary>Taken, and not typed yet.</summary>
    Waiting,

    /// <summary>A typing was begun, and its profile is not there yet.</summary>
    Begun,

    /// <summary>The gene database holds its profile.</summary>
    Typed,

    /// <summary>Somebody found the seal broken before it was typed: another is to be taken.</summary>
    SealBroken,

    /// <summary>The consent was taken back.</summary>
    Withdrawn,
}
