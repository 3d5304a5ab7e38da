namespace Homeward.Cases.Rings;

public enum RingRole
{
    Organiser,
    Core,
    /// <summary>Works for the ring now and then: a driver, a look-out, somebody who lends a room.</summary>
    Associate,
}
