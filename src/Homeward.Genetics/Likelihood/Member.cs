namespace Homeward.Genetics.Likelihood;

/// <summary>What one marker makes of a pedigree member.</summary>
enum Role : byte
{
    /// <summary>Untyped and without typed descendants: it sums to 1.</summary>
    Irrelevant,

    /// <summary>The genotype is certain, up to which allele came from which parent.</summary>
    Known,

    /// <summary>An untyped founder who passes on one allele only.</summary>
    Lone,

    /// <summary>Everybody else: summed over.</summary>
    Open,
}

/// <summary>A member at one marker. Identical twins are one member.</summary>
struct Member
{
    public Role Role;
    public bool IsTyped;

    /// <summary>Gametes that relevant children received.</summary>
    public int Gametes;

    /// <summary>Alleles of a <see cref="Role.Known"/> member, A ≤ B; equal for a single X-chromosomal allele.</summary>
    public int A, B;
}
