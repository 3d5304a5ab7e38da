using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Genetics.Primitives;

namespace Homeward.Storage.Access;

/// <summary>What happens to accounts, told to the log. Accounts lie in a database of their own; whether an act was done
/// is not told by rows of the case database.</summary>
public sealed class AccountLog(CaseDatabase database)
{
    /// <summary>Whether the log has this of accounts.</summary>
    public static bool Has(Permission what) => what is >= Permission.SignIn and <= Permission.BlockUser;

    /// <summary>The entry is on the disk when this returns.</summary>
    /// <param name="kind">An act that is about to be done, or one that was refused.</param>
    /// <param name="what">One of the permissions of accounts.</param>
    /// <param name="who">Null when nobody has proven yet who he is.</param>
    /// <param name="about">The users whose accounts it is about.</param>
    public Task WriteAsync(AuditKind kind, Permission what, Actor? who, params Guid[] about)
    {
        Check.That(Has(what));
        return database.Audit.AppendAsync(
            new()
            {
                Kind = kind,
                What = what,
                Who = who?.User,
                Agency = who?.Agency,
                Purpose = Purpose.Administration,
                Fields = FieldClasses.Internal,
                Subjects = about,
            },
            CancellationToken.None);
    }
}
