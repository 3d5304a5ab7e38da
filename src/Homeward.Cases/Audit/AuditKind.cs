namespace Homeward.Cases.Audit;

/// <summary>What an entry says of its act or read.</summary>
/// <remarks>Stored by name: a name is never changed, and a new one is added at the end.</remarks>
public enum AuditKind
{
    /// <summary>Rows are about to be handed out.</summary>
    Read,

    /// <summary>An act is about to be done; whether it was is told by the rows that name this entry.</summary>
    Act,

    /// <summary>Somebody asked for what he may not see or do, or for what a rule forbids.</summary>
    Refused,

    /// <summary>An act that was announced was not done.</summary>
    Failed,
}
