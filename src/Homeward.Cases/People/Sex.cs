namespace Homeward.Cases.People;

/// <summary>As recorded by a person; what DNA says of it stays with the laboratory.</summary>
public enum Sex
{
    Unknown,
    Female,
    Male,
    Intersex,
}
