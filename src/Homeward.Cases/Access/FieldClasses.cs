namespace Homeward.Cases.Access;

/// <summary>How much a field says about a person, from C0 to C4.</summary>
/// <remarks>Stored by name: a name is never changed.</remarks>
[Flags]
public enum FieldClasses
{
    None = 0,

    /// <summary>C0: what a bulletin may say.</summary>
    Public = 1,

    /// <summary>C1: operational, and internal to the agencies.</summary>
    Internal = 2,

    /// <summary>C2: who a child or a victim is: name, picture, family, place of the rescue.</summary>
    Identifying = 4,

    /// <summary>C3: health, exploitation, the present place of care, who fosters or adopts, informants.</summary>
    Sensitive = 8,

    /// <summary>C4: genotypes.</summary>
    Genetic = 16,
}
