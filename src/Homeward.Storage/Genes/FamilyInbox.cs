using System.Data.Common;
using System.Globalization;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;

namespace Homeward.Storage.Genes;

/// <summary>Takes over families from the case side. What was taken is recognised when it comes again, so the sender may
/// send until it is told.</summary>
public sealed class FamilyInbox(GeneSession session)
{
    /// <summary>Takes one version of a family; versions come in order.</summary>
    /// <returns><see cref="AcceptanceResult.Contradicts"/> when this version is there with other members, when one
    /// before it is not there, or when a member's profile is not there as a relative's.</returns>
    public Task<AcceptanceResult> TakeAsync(GeneFamily family, CancellationToken cancel) =>
        session.ActAsync(
            act =>
            {
                var id = act.Location.IdValue(family.Id.Value);
                var text = family.Pedigree is null ? null : family.ToText();
                if (Known(act.Transaction, id, family.Version) is { } known)
                    return known == (text ?? "") ? AcceptanceResult.AlreadyThere : AcceptanceResult.Contradicts;
                if (LastVersion(act.Transaction, id) != family.Version - 1 || !AreThere(act.Transaction, family))
                    return AcceptanceResult.Contradicts;
                Insert(act, id, family.Version, text);
                InsertMembers(act.Transaction, family);
                return AcceptanceResult.Accepted;
            },
            isDone: it => it == AcceptanceResult.Accepted,
            cancel);

    /// <summary>Takes versions of many families in one act, those of one family in order. A version that is there is
    /// left as it is, whatever it says now.</summary>
    /// <returns>For each, whether it is there afterwards.</returns>
    public Task<bool[]> TakeAllAsync(IReadOnlyList<GeneFamily> families, CancellationToken cancel) =>
        session.ActAsync(
            act =>
            {
                var areThere = new bool[families.Count];
                for (var i = 0; i < families.Count; i++)
                {
                    var family = families[i];
                    var id = act.Location.IdValue(family.Id.Value);
                    var last = LastVersion(act.Transaction, id);
                    areThere[i] = family.Version <= last
                        || (family.Version == last + 1 && AreThere(act.Transaction, family));
                    if (!areThere[i] || family.Version <= last) continue;
                    Insert(act, id, family.Version, family.Pedigree is null ? null : family.ToText());
                    InsertMembers(act.Transaction, family);
                }
                return areThere;
            },
            isDone: it => it.Any(there => there),
            cancel);

    static string? Known(DbTransaction transaction, object id, int version)
    {
        using var find = GeneLocation.Prepared(
            transaction,
            "SELECT coalesce(body, '') FROM family WHERE id = @id AND version = @version", "@id", "@version");
        (find.Parameters[0].Value, find.Parameters[1].Value) = (id, (long)version);
        return find.ExecuteScalar() as string;
    }

    static long LastVersion(DbTransaction transaction, object id)
    {
        using var last = GeneLocation.Prepared(
            transaction, "SELECT coalesce(max(version), 0) FROM family WHERE id = @id", "@id");
        last.Parameters[0].Value = id;
        return Convert.ToInt64(last.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    static bool AreThere(DbTransaction transaction, GeneFamily family)
    {
        using var find = GeneLocation.Prepared(
            transaction,
            "SELECT count(*) FROM profile WHERE accession = @accession AND kind = 'Reference'", "@accession");
        foreach (var member in family.Members)
        {
            if (member.Accession is not { } accession) continue;
            find.Parameters[0].Value = accession.Text;
            if (Convert.ToInt64(find.ExecuteScalar(), CultureInfo.InvariantCulture) == 0) return false;
        }
        return true;
    }

    static void Insert(GeneAct act, object id, int version, string? text)
    {
        using var insert = GeneLocation.Prepared(
            act.Transaction,
            """
            INSERT INTO family (number, id, version, body, entry, accepted_at)
            VALUES (1 + (SELECT number FROM version), @id, @version, @body, @entry, @now)
            """,
            "@id", "@version", "@body", "@entry", "@now");
        insert.Parameters[0].Value = id;
        insert.Parameters[1].Value = (long)version;
        insert.Parameters[2].Value = (object?)text ?? DBNull.Value;
        insert.Parameters[3].Value = act.Location.IdValue(act.Entry.Value);
        insert.Parameters[4].Value = act.Now.Microseconds;
        insert.ExecuteNonQuery();
    }

    static void InsertMembers(DbTransaction transaction, GeneFamily family)
    {
        using var insert = GeneLocation.Prepared(
            transaction,
            """
            INSERT INTO family_member (number, member, accession)
            VALUES ((SELECT number FROM version), @member, @accession)
            """,
            "@member", "@accession");
        foreach (var member in family.Members)
        {
            if (member.Accession is not { } accession) continue;
            (insert.Parameters[0].Value, insert.Parameters[1].Value) = (member.Id, accession.Text);
            insert.ExecuteNonQuery();
        }
    }
}
