using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Homeward.Cases.Identification;
using Homeward.Genetics.Kinship;

namespace Homeward.Storage.Genes;

/// <summary>What a candidate rests on, as one hash: contents of the typed profiles, pedigree, missing member.</summary>
/// <remarks>Contents come in as fingerprints under the donors' keys, so nobody without the keys can try guesses, and an
/// excluded pair comes back as soon as anything in it is another. Frequencies and settings stand beside it, not in it.
/// </remarks>
sealed class SearchEvidence(DbTransaction transaction)
{
    readonly Dictionary<GeneFamilyId, string> _families = [];
    readonly Dictionary<string, string> _fingerprints = new(StringComparer.Ordinal);

    public string Of(GenePair pair, SearchWork work)
    {
        if (!_families.TryGetValue(pair.Family, out var family))
            _families.Add(pair.Family, family = TextOf(work.FamilyOf(pair.Family)));
        var text = $"{FingerprintOf(pair.Child.Text)}\n{pair.Member}\n{family}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    string TextOf(Family family)
    {
        var members = family.Pedigree.Members;
        return string.Join('\n', members.Index()
            .Select(it => $"{it.Item.Id}|{it.Item.Sex}|{NameOf(it.Item.Father)}|{NameOf(it.Item.Mother)}|"
                + (family.Profiles[it.Index] is { } profile ? FingerprintOf(profile.Id)
                    : family.Missing.Contains(it.Index) ? "missing" : ""))
            .Order(StringComparer.Ordinal));

        string NameOf(int parent) => parent < 0 ? "" : members[parent].Id;
    }

    string FingerprintOf(string accession)
    {
        if (_fingerprints.TryGetValue(accession, out var known)) return known;
        using var command = GeneLocation.Prepared(
            transaction, "SELECT fingerprint FROM profile WHERE accession = @accession", "@accession");
        command.Parameters[0].Value = accession;
        var fingerprint = Convert.ToHexStringLower((byte[])command.ExecuteScalar()!);
        _fingerprints.Add(accession, fingerprint);
        return fingerprint;
    }
}
