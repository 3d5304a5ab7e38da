namespace Homeward.Cases.Samples;

public enum AcceptanceResult
{
    Accepted,

    /// <summary>The same profile stands under this number: the laboratory sent it twice, or an import was repeated.
    /// </summary>
    AlreadyThere,

    /// <summary>Another profile stands under this number. Neither is changed.</summary>
    Contradicts,

    /// <summary>The donor's genes were erased. Nothing of this donor is taken again.</summary>
    DonorErased,
}
