namespace Homeward.Cases.Samples;

public enum Material
{
    BloodCard,
    MouthSwab,
    Hair,
    Other,
}
