namespace Homeward.Search.Ranking;

/// <summary>What a likelihood ratio against unrelated is worth; each limit a reviewed setting.</summary>
public enum Band
{
    BelowLead,

    /// <summary>10⁴ and more.</summary>
    Lead,

    /// <summary>10⁶ and more.</summary>
    Candidate,

    /// <summary>10¹⁰ and more, and 10⁴ times the runner-up, in either direction.</summary>
    Strong,
}
