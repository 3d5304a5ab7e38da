using System.Data.Common;
using System.Globalization;
using Homeward.Cases.Identification;

namespace Homeward.Storage.Genes;

/// <summary>What is asked and written of families that come in, prepared once for all families of an act.</summary>
sealed class InboxStatements(GeneAct act) : IDisposable
{
    readonly DbCommand _known = GeneLocation.Prepared(
        act.Transaction,
        "SELECT coalesce(body, '') FROM family WHERE id = @id AND version = @version", "@id", "@version");
    readonly DbCommand _last = GeneLocation.Prepared(
        act.Transaction, "SELECT coalesce(max(version), 0) FROM family WHERE id = @id", "@id");
    readonly DbCommand _profile = GeneLocation.Prepared(
        act.Transaction,
        "SELECT count(*) FROM profile WHERE accession = @accession AND kind = 'Reference'", "@accession");
    readonly DbCommand _family = GeneLocation.Prepared(
        act.Transaction,
        """
        INSERT INTO family (number, id, version, body, entry, accepted_at)
        VALUES (1 + (SELECT number FROM version), @id, @version, @body, @entry, @now)
        """,
        "@id", "@version", "@body", "@entry", "@now");
    readonly DbCommand _member = GeneLocation.Prepared(
        act.Transaction,
        """
        INSERT INTO family_member (number, member, accession)
        VALUES ((SELECT number FROM version), @member, @accession)
        """,
        "@member", "@accession");

    /// <summary>The text of this very version, empty for one without a pedigree; null when it is not there.</summary>
    public string? Known(GeneFamily family)
    {
        (_known.Parameters[0].Value, _known.Parameters[1].Value) = (IdOf(family.Id), (long)family.Version);
        return _known.ExecuteScalar() as string;
    }

    /// <summary>0 when there is none.</summary>
    public long LastVersionOf(GeneFamilyId family)
    {
        _last.Parameters[0].Value = IdOf(family);
        return Convert.ToInt64(_last.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Whether every member's profile is there, as a relative's.</summary>
    public bool HasMembersOf(GeneFamily family)
    {
        foreach (var member in family.Members)
        {
            if (member.Accession is not { } accession) continue;
            _profile.Parameters[0].Value = accession.Text;
            if (Convert.ToInt64(_profile.ExecuteScalar(), CultureInfo.InvariantCulture) == 0) return false;
        }
        return true;
    }

    public void Add(GeneFamily family)
    {
        _family.Parameters[0].Value = IdOf(family.Id);
        _family.Parameters[1].Value = (long)family.Version;
        _family.Parameters[2].Value = family.Pedigree is null ? DBNull.Value : family.ToText();
        _family.Parameters[3].Value = act.Location.IdValue(act.Entry.Value);
        _family.Parameters[4].Value = act.Now.Microseconds;
        _family.ExecuteNonQuery();
        foreach (var member in family.Members)
        {
            if (member.Accession is not { } accession) continue;
            (_member.Parameters[0].Value, _member.Parameters[1].Value) = (member.Id, accession.Text);
            _member.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        foreach (var command in new[] { _known, _last, _profile, _family, _member }) command.Dispose();
    }

    object IdOf(GeneFamilyId family) => act.Location.IdValue(family.Value);
}
