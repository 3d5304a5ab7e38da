namespace Homeward.Cases.Operations;

/// <summary>What an operation brings.</summary>
public enum ResultKind
{
    Rescued,
    Detained,
}
