namespace Homeward.Cases.People;

/// <summary>ISO 15924, as far as it is met here.</summary>
public enum Script
{
    Other,
    Hans,
    Hant,
    Latn,
}
