using System.Globalization;
using System.Text;
using Homeward.Cases.Samples;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Identification;

/// <summary>What the case side tells the gene database of a family: who descends from whom, by numbers, and who is
/// sought. Each change is a new version.</summary>
public sealed record GeneFamily
{
    GeneFamily(GeneFamilyId id, int version, IReadOnlyList<GeneFamilyMember> members, Pedigree? pedigree) =>
        (Id, Version, Members, Pedigree) = (id, version, members, pedigree);

    public GeneFamilyId Id { get; }

    /// <summary>From 1, one more with each change.</summary>
    public int Version { get; }

    /// <summary>Empty for a family that is not searched any more.</summary>
    public IReadOnlyList<GeneFamilyMember> Members { get; }

    /// <summary>Null for a family that is not searched any more.</summary>
    public Pedigree? Pedigree { get; }

    /// <returns>The family, or everything that is wrong with it.</returns>
    public static Parsed<GeneFamily> From(GeneFamilyId id, int version, IReadOnlyList<GeneFamilyMember> members)
    {
        var pedigree = Pedigree.From([.. members.Select(it => new PedigreeRow(it.Id, it.Sex, it.Father, it.Mother))]);
        var problems = new Problems();
        problems.AddAll(pedigree.Problems);
        if (version < 1) problems.Add("", "versions begin with 1");
        if (!members.Any(it => it.IsMissing)) problems.Add("", "nobody of this family is missing");
        foreach (var member in members)
        {
            if (member.Id.AsSpan().ContainsAny('|', '\n')) problems.Add(member.Id, "has a sign in its id that ends it");
            if (member is { IsMissing: true, Accession: not null })
                problems.Add(member.Id, "a missing person has no profile");
        }
        var accessions = members.Select(it => it.Accession).OfType<AccessionNumber>().ToList();
        if (accessions.Distinct().Count() < accessions.Count) problems.Add("", "two members have one profile");
        return problems.Any ? problems : new GeneFamily(id, version, members, pedigree.Value);
    }

    /// <summary>Nobody is searched for any more: found, or the family took its wish back.</summary>
    public static GeneFamily Ended(GeneFamilyId id, int version) => new(id, version, [], null);

    /// <summary>The members as one text, the same for the same family: a line each.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var it in Members)
            text.Append(CultureInfo.InvariantCulture,
                $"{it.Id}|{it.Sex}|{it.Father}|{it.Mother}|{it.Accession?.Text}|{(it.IsMissing ? "missing" : "")}\n");
        return text.ToString();
    }

    /// <param name="id">Of the family.</param>
    /// <param name="version">Its version.</param>
    /// <param name="text">What <see cref="ToText"/> made; anything else is a broken invariant.</param>
    public static GeneFamily FromText(GeneFamilyId id, int version, string text)
    {
        var members = new List<GeneFamilyMember>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var cells = line.Split('|');
            Check.That(cells.Length == 6, "a member has six cells");
            var isTyped = AccessionNumber.TryParse(cells[4], out var accession);
            members.Add(new(
                cells[0], Enum.Parse<Sex>(cells[1]), NullIfEmpty(cells[2]), NullIfEmpty(cells[3]),
                isTyped ? accession : null, cells[5].Length > 0));
        }
        var parsed = From(id, version, members);
        Check.That(parsed.IsValid, "a stored family is valid");
        return parsed.Value;
    }

    static string? NullIfEmpty(string cell) => cell.Length == 0 ? null : cell;
}
