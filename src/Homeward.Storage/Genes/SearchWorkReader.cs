using System.Data.Common;
using System.Globalization;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Genetics.Kinship;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Storage.Genes;

/// <summary>Reads everybody who is searched, from one state of the database.</summary>
sealed class SearchWorkReader(GeneDatabase genes)
{
    readonly Dictionary<string, Profile> _relatives = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _betterThan = new(StringComparer.Ordinal);

    public SearchWork Read()
    {
        using var connection = genes.Location.ConnectToGenes();
        using var transaction = genes.Location.BeginRead(connection);
        // Read after the genes' state is fixed: whoever has a profile there has a key here, or was erased.
        var version = ScalarOf(transaction, "SELECT number FROM version");
        using var keys = new DonorKeys(genes.Location, genes.Files, writes: false);
        var children = new List<Profile>();
        foreach (var it in Profiles(transaction, keys))
            if (it.Kind == ProfileKind.Unidentified) children.Add(it.Profile);
            else if (it.Kind == ProfileKind.Reference) _relatives.Add(it.Accession.Text, it.Profile);
        ReadReplacements(transaction);
        var families = Families(transaction);
        var readable = children.Select(it => it.Id).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Version = version,
            Terms = ScalarOf(transaction, "SELECT coalesce(max(number), 0) FROM terms"),
            Children = children,
            Families = families,
            // Whoever cannot be read, because the key is gone, stays on the list of alarms.
            UnsearchedChildren = Unsearched(transaction).Where(it => readable.Contains(it.Text)).ToHashSet(),
            UnsearchedFamilies = UnsearchedFamilies(transaction),
        };
    }

    IEnumerable<AcceptedProfile> Profiles(DbTransaction transaction, DonorKeys keys)
    {
        using var command = GeneLocation.Prepared(
            transaction, $"SELECT {GeneDatabase.Stored} FROM live_profile WHERE kind <> 'Staff' ORDER BY number");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (genes.Read(reader, keys) is { } profile) yield return profile;
    }

    void ReadReplacements(DbTransaction transaction)
    {
        using var command = GeneLocation.Prepared(
            transaction, "SELECT supersedes, accession FROM profile WHERE supersedes IS NOT NULL");
        using var reader = command.ExecuteReader();
        while (reader.Read()) _betterThan.Add(reader.GetString(0), reader.GetString(1));
    }

    List<Family> Families(DbTransaction transaction)
    {
        using var command = GeneLocation.Prepared(
            transaction, "SELECT id, version, body FROM live_family ORDER BY number");
        using var reader = command.ExecuteReader();
        var families = new List<Family>();
        while (reader.Read())
            families.Add(FamilyOf(GeneFamily.FromText(
                new(genes.Location.IdOf(reader, 0)), reader.GetInt32(1), reader.GetString(2))));
        return families;
    }

    /// <summary>With the best typing of each member; a member whose profile was withdrawn counts as not
    /// typed.</summary>
    Family FamilyOf(GeneFamily family)
    {
        Check.That(family.Pedigree is not null, "a live family has a pedigree");
        var profiles = family.Members.Select(it => it.Accession is { } accession ? BestOf(accession.Text) : null);
        var missing = family.Members.Index().Where(it => it.Item.IsMissing).Select(it => it.Index);
        return new(SearchEvidence.IdOf(family.Id), family.Pedigree, [.. profiles], [.. missing]);
    }

    Profile? BestOf(string accession)
    {
        while (_betterThan.TryGetValue(accession, out var better)) accession = better;
        return _relatives.GetValueOrDefault(accession);
    }

    static List<AccessionNumber> Unsearched(DbTransaction transaction)
    {
        using var command = GeneLocation.Prepared(transaction, "SELECT accession FROM unsearched_child");
        using var reader = command.ExecuteReader();
        var found = new List<AccessionNumber>();
        while (reader.Read()) found.Add(SearchLedger.AccessionOf(reader, 0));
        return found;
    }

    HashSet<GeneFamilyId> UnsearchedFamilies(DbTransaction transaction)
    {
        using var command = GeneLocation.Prepared(transaction, "SELECT id FROM unsearched_family");
        using var reader = command.ExecuteReader();
        var found = new HashSet<GeneFamilyId>();
        while (reader.Read()) found.Add(new(genes.Location.IdOf(reader, 0)));
        return found;
    }

    static long ScalarOf(DbTransaction transaction, string sql)
    {
        using var command = GeneLocation.Prepared(transaction, sql);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
