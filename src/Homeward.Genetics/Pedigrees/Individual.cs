namespace Homeward.Genetics.Pedigrees;

/// <summary>A node of a pedigree. Parents are indices into <see cref="Pedigree.Members"/>, −1 for a founder.</summary>
public readonly record struct Individual(string Id, Sex Sex, int Father, int Mother)
{
    public bool IsFounder => Father < 0;
}
