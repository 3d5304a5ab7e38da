namespace Homeward.Cases.Access;

/// <summary>What somebody's work is. What each may see and do is in <see cref="RolePowers"/>.</summary>
/// <remarks>Stored by name: a name is never changed, and a new one is added at the end.</remarks>
public enum Role
{
    /// <summary>Police in the field and at the desk.</summary>
    Investigator,

    /// <summary>Leads an operation of several agencies.</summary>
    Commander,

    /// <summary>The national anti-trafficking office.</summary>
    Headquarters,

    /// <summary>Civil affairs and homes: takes children into care.</summary>
    Caseworker,

    /// <summary>One of those who decide what is best for a child.</summary>
    PanelMember,

    /// <summary>Types samples and reviews candidates; sees sample numbers, never names.</summary>
    Analyst,

    Prosecutor,

    /// <summary>Receives people who go home to another country.</summary>
    Liaison,

    /// <summary>Counts and publishes.</summary>
    Statistician,

    /// <summary>Runs the installation. Sees no case data.</summary>
    Administrator,

    /// <summary>Checks what the others did.</summary>
    Inspector,

    /// <summary>Gives the people of one agency their roles. Sees no case data.</summary>
    Approver,
}
