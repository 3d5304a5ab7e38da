namespace Homeward.Cases.Families;

/// <remarks>Stored by name: a name is never changed.</remarks>
public enum FamilyStepKind
{
    /// <summary>It is to be searched from now on.</summary>
    Activated,

    /// <summary>Its profiles contradict its pedigree. It is not searched until somebody has looked at it.</summary>
    Held,

    /// <summary>Somebody has looked: mutations, or the fault was found. It is searched as it is now.</summary>
    Released,

    /// <summary>Nobody is searched for any more.</summary>
    Ended,
}
