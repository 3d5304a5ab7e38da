namespace Homeward.Exchange.Cmf;

/// <summary>What a CODIS import file says about itself and its sender.</summary>
public sealed record CmfHeader
{
    /// <summary>Whom the file is for, 1 to 10 characters.</summary>
    public required string DestinationOri { get; init; }

    /// <summary>The laboratory that sends it, 1 to 10 characters.</summary>
    public required string SourceLab { get; init; }

    /// <summary>Who submits it and vouches for the readings, 1 to 20 characters.</summary>
    public required string SubmittedBy { get; init; }

    /// <summary>After 1900 and before 6 June 2079.</summary>
    public required DateTime SubmittedAt { get; init; }

    /// <summary>One of CODIS's categories, such as <c>Missing Person</c>, for every specimen of the file.</summary>
    public required string SpecimenCategory { get; init; }
}
