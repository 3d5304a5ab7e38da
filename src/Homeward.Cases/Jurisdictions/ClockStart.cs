namespace Homeward.Cases.Jurisdictions;

/// <summary>What sets a clock going.</summary>
public enum ClockStart
{
    Rescue,

    /// <summary>Handed over to a welfare or rescue institution.</summary>
    Delivery,

    NoticePublished,

    /// <summary>The notice's time is over and nobody has claimed the child.</summary>
    NoticeEnded,
}
