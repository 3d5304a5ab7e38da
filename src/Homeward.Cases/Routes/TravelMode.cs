namespace Homeward.Cases.Routes;

public enum TravelMode
{
    Unknown,
    Foot,
    Boat,
    Bus,
    Train,
    Car,
    Air,
}
