namespace Homeward.Cases.Names;

/// <summary>Whether what is recorded of somebody fits what is looked for. Unknown is not no.</summary>
public enum Agreement
{
    Unknown,
    Agrees,
    Differs,
}
