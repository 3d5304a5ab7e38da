using System.Data.Common;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Genetics.Kinship;

namespace Homeward.Storage.Genes;

/// <summary>A pair as it is searched now, opened for somebody who reviews it.</summary>
/// <param name="Child">The child's profile.</param>
/// <param name="Family">With the best profile of each typed member, named by its accession number.</param>
/// <param name="Missing">Index of the member who is sought.</param>
public sealed record ReadPair(AcceptedProfile Child, Family Family, int Missing);

/// <summary>Reads what pairs rest on: the child's profile, the family as it is searched, and for each typed member the
/// profile that stands for that donor now.</summary>
sealed class PairReading(GeneDatabase genes, DbTransaction transaction, DonorKeys keys)
{
    const string Body = "SELECT version, body FROM family WHERE id = @id ORDER BY version DESC LIMIT 1";

    /// <summary>The last of those that took each other's place, if nobody took it back.</summary>
    const string Best = $"""
        WITH RECURSIVE better(accession) AS (
            SELECT CAST(@accession AS text)
            UNION ALL
            SELECT it.accession FROM profile AS it JOIN better ON it.supersedes = better.accession)
        SELECT {GeneDatabase.Stored} FROM live_profile WHERE accession IN (SELECT accession FROM better)
        """;

    readonly HashSet<Guid> _donors = [];

    /// <summary>Of everybody who was read.</summary>
    public IReadOnlyCollection<Guid> Donors => _donors;

    /// <summary>Null when one of the two is not searched any more.</summary>
    public ReadPair? Of(GenePair pair)
    {
        if (FamilyOf(pair.Family) is not { Pedigree: { } pedigree } family) return null;
        if (BestOf(pair.Child) is not { } child || child.Accession != pair.Child) return null;
        var missing = pedigree.IndexOf(pair.Member);
        if (missing < 0) return null;
        var profiles = family.Members.Select(it => it.Accession is { } one ? BestOf(one)?.Profile : null);
        var sought = family.Members.Index().Where(it => it.Item.IsMissing).Select(it => it.Index);
        return new(child, new Family(pair.Family.Value.ToString("N"), pedigree, [.. profiles], [.. sought]), missing);
    }

    GeneFamily? FamilyOf(GeneFamilyId id)
    {
        using var command = GeneLocation.Prepared(transaction, Body, "@id");
        command.Parameters[0].Value = genes.Location.IdValue(id.Value);
        using var reader = command.ExecuteReader();
        return !reader.Read() || reader.IsDBNull(1) ? null
            : GeneFamily.FromText(id, reader.GetInt32(0), reader.GetString(1));
    }

    AcceptedProfile? BestOf(AccessionNumber accession)
    {
        using var command = GeneLocation.Prepared(transaction, Best, "@accession");
        command.Parameters[0].Value = accession.Text;
        using var reader = command.ExecuteReader();
        if (!reader.Read() || genes.Read(reader, keys) is not { } profile) return null;
        _donors.Add(profile.Donor.Value);
        return profile;
    }
}
