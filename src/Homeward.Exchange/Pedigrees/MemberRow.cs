using Homeward.Genetics.Pedigrees;

namespace Homeward.Exchange.Pedigrees;

/// <summary>One line of a pedigree file.</summary>
sealed record MemberRow(
    string Place,
    string Family,
    string Id,
    string? Father,
    string? Mother,
    Sex Sex,
    string Sample,
    bool IsMissing);
