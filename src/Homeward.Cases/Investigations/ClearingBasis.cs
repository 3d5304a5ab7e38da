namespace Homeward.Cases.Investigations;

public enum ClearingBasis
{
    /// <summary>Somebody found with a rescued person is a victim too.</summary>
    CoVictim,

    /// <summary>Somebody found with a rescued person had nothing to do with it.</summary>
    Bystander,

    MistakenIdentity,
    RecordedInError,
    NoSuspicionLeft,
}
