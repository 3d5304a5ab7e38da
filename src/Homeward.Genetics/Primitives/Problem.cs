namespace Homeward.Genetics.Primitives;

/// <summary>One thing wrong with an input, and where: <c>row 12, column Allele 1</c>.</summary>
/// <remarks>Neither part carries a name or a genotype: problems reach logs and screens.</remarks>
public sealed record Problem(string Place, string What)
{
    public override string ToString() => Place.Length == 0 ? What : Place + ": " + What;
}
