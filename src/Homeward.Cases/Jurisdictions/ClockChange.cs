namespace Homeward.Cases.Jurisdictions;

public enum ClockChange
{
    /// <summary>What was due has been done; names the fact that shows it.</summary>
    Satisfied,

    /// <summary>Stopped by an order, whose number is kept.</summary>
    Suspended,

    /// <summary>Runs again; the time in between is added.</summary>
    Resumed,
}
