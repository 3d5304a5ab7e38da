namespace Homeward.Cases.Audit;

/// <summary>Something wrong with a log, and where.</summary>
/// <param name="What">A sentence for an inspectorate.</param>
public abstract record AuditFinding(string What)
{
    /// <summary>Numbers that the chain has not, though it has later ones.</summary>
    public sealed record Missing(string Node, long From, long To)
        : AuditFinding($"chain {Node}: {Entries(From, To)} missing; they were removed");

    /// <summary>The hash of an entry is not that of the one before it and its own text.</summary>
    public sealed record DoesNotFollow(string Node, long Number)
        : AuditFinding(
            $"chain {Node}: entry {Number} does not follow from "
            + (Number == 1 ? "the beginning" : $"entry {Number - 1}")
            + "; one of the two was changed, or is in a place that is not its own");

    /// <summary>The text of an entry names another place than the one it stands in.</summary>
    public sealed record Misplaced(string Node, long Number)
        : AuditFinding(
            $"chain {Node}: entry {Number} is not the one that belongs there; entries were moved or changed");

    /// <summary>A chain is shorter than a checkpoint says it was.</summary>
    public sealed record CutOff(string Node, long From, long To)
        : AuditFinding($"chain {Node}: {Entries(From, To)} missing at its end; they were cut off after a checkpoint");

    /// <summary>A chain that agrees with itself and not with a checkpoint: it was written anew.</summary>
    public sealed record NotAsSigned(string Node, long From, long To)
        : AuditFinding(
            $"chain {Node}: {Entries(From, To)} not what a checkpoint signed; at least one of them was changed, and "
            + "the chain was written anew from there");

    /// <summary>The index by subject lacks a subject that an entry names.</summary>
    public sealed record SubjectNotListed(string Node, long Number)
        : AuditFinding($"chain {Node}: a subject of entry {Number} has been taken out of the index by subject");

    /// <summary>The index by subject names an entry that does not name the subject.</summary>
    public sealed record SubjectListedWrongly(string Node, long Number)
        : AuditFinding($"chain {Node}: the index by subject lists somebody whom entry {Number} does not name");

    /// <summary>What keeps the log append-only in the database was taken away or changed.</summary>
    public sealed record Unguarded(string Name)
        : AuditFinding($"the database no longer guards the log as it was made to: {Name}");

    /// <summary>Rows of the case database name an entry that the log has not.</summary>
    public sealed record RowWithoutEntry(string Table, EntryId Entry)
        : AuditFinding(
            $"table {Table}: rows name the entry {Entry.Value}, which the log does not hold; they were written past "
            + "the program, or the log was cut");

    static string Entries(long from, long to) => from == to ? $"entry {from} is" : $"entries {from} to {to} are";
}
