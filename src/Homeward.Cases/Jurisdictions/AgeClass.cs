namespace Homeward.Cases.Jurisdictions;

/// <summary>What an age rule says of a person on a day. Every person is in exactly one class under every rule.
/// </summary>
/// <remarks>Never stored: the law changes, and a wrong birth date is put right.</remarks>
public enum AgeClass
{
    Child,
    Woman,
    Man,

    /// <summary>The interval of birth straddles the limit, nothing is known of it, or the sex of somebody grown up is
    /// not recorded as female or male. Unknown is not no: nobody is guessed into a class.</summary>
    NotDetermined,
}
