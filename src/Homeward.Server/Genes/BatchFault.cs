namespace Homeward.Server.Genes;

/// <summary>Why a laboratory's batch is not taken.</summary>
public enum BatchFault
{
    /// <summary>The label is not in the register of samples.</summary>
    NotRegistered,

    /// <summary>The file has it twice.</summary>
    Twice,

    /// <summary>This sample may not be typed now.</summary>
    NotAllowed,

    /// <summary>The batch as a whole is not allowed, or cannot be checked.</summary>
    Refused,

    /// <summary>It may be of somebody who works with samples.</summary>
    Contaminated,

    /// <summary>It is like another person's.</summary>
    Alike,

    /// <summary>It differs from another sample of the same person.</summary>
    Differs,

    /// <summary>With each other's profile two families agree.</summary>
    Exchanged,

    /// <summary>It is of somebody who was erased.</summary>
    Erased,

    /// <summary>A typing of it was begun with another profile.</summary>
    BegunOtherwise,
}
