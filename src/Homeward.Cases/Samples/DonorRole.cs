namespace Homeward.Cases.Samples;

/// <summary>As what somebody gives a sample; it decides what the profile is searched for.</summary>
/// <remarks>Stored by name: a name is never changed. There is none for suspects.</remarks>
public enum DonorRole
{
    /// <summary>A rescued person whose family is sought.</summary>
    Rescued,

    /// <summary>Somebody who looks for a missing relative.</summary>
    Relative,

    /// <summary>Somebody who takes, carries or types samples.</summary>
    Staff,
}
