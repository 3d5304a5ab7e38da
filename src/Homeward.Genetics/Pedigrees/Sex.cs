namespace Homeward.Genetics.Pedigrees;

public enum Sex
{
    Unknown,
    Male,
    Female,
}
