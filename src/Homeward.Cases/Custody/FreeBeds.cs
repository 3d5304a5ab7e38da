namespace Homeward.Cases.Custody;

/// <summary>Beds of a facility that nobody has and that are held for nobody else; below zero when it holds more people
/// than it has beds.</summary>
/// <param name="Facility">The house.</param>
/// <param name="Taken">Beds of people who are there now.</param>
/// <param name="Held">For operations, and not taken yet. For which ones is not said: they may be secret.</param>
public sealed record FreeBeds(Facility Facility, int Taken, int Held)
{
    public int Count => Facility.Beds - Taken - Held;
}
