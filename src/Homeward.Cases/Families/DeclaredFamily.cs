using System.Globalization;
using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Genetics.Pedigrees;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Families;

/// <summary>A family as it was declared, without names: who descends from whom, and who of them gave samples.</summary>
/// <param name="Family">Its id.</param>
/// <param name="Members">Named by their places.</param>
public sealed record DeclaredFamily(FamilyId Family, IReadOnlyList<DeclaredFamily.Member> Members)
{
    /// <param name="Sex">As recorded.</param>
    /// <param name="Father">Place of the father; both parents, or none.</param>
    /// <param name="Mother">Place of the mother.</param>
    /// <param name="Donors">As whom the gene database knows the person; several after a merge.</param>
    /// <param name="Accession">The profile that stands for the person; null when there is none that may be searched.
    /// </param>
    /// <param name="IsMissing">Whether this is who is sought.</param>
    public sealed record Member(
        Sex Sex, int? Father, int? Mother, IReadOnlyList<GeneDonorId> Donors, AccessionNumber? Accession,
        bool IsMissing);

    public Parsed<GeneFamily> ToGeneFamily(GeneFamilyId id, int version) =>
        GeneFamily.From(id, version, [.. Members.Select((it, i) => new GeneFamilyMember(
            NameOf(i)!, it.Sex, NameOf(it.Father), NameOf(it.Mother), it.IsMissing ? null : it.Accession,
            it.IsMissing))]);

    static string? NameOf(int? place) => place is { } it ? (it + 1).ToString(CultureInfo.InvariantCulture) : null;
}
