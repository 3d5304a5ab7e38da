namespace Homeward.Cases.Identification;

/// <summary>Why a pair was excluded.</summary>
/// <remarks>Stored by name: a name is never changed, and a new one is added at the end.</remarks>
public enum ExclusionReason
{
    /// <summary>By its markers, looked at one by one, or by further ones.</summary>
    Markers,

    /// <summary>By mitochondrial DNA or the Y chromosome.</summary>
    Lineage,

    /// <summary>The child cannot have been born when the missing one was.</summary>
    Age,

    /// <summary>The sexes differ, and no slip explains it.</summary>
    Sex,

    /// <summary>Another relation than the one claimed explains the likeness.</summary>
    OtherRelation,
}
