namespace Homeward.Cases.Jurisdictions;

/// <summary>What must be done in time. A profile says by when and why; a kind it does not name does not run.</summary>
public enum ClockKind
{
    /// <summary>From police to a welfare or rescue institution.</summary>
    Placement,

    /// <summary>The rescued child's own sample.</summary>
    Sample,

    /// <summary>The certificate that parents have for now not been found.</summary>
    ProvisionalCertificate,

    /// <summary>The family-search notice has stood for its full time.</summary>
    Notice,

    /// <summary>From a rescue institution to the local welfare institution.</summary>
    Transfer,

    /// <summary>The certificate that parents cannot be found.</summary>
    FinalCertificate,
}
