using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.LrCases;

/// <summary>A file of one mutation model or a list, each with the alleles it is for; answered in kind.</summary>
public sealed record MutationSpecFile(IReadOnlyList<NamedMatrix> Matrices, bool IsList)
{
    /// <returns>The matrices, or every problem in the file; the place of a problem is its JSON path.</returns>
    public static Parsed<MutationSpecFile> Read(ReadOnlyMemory<byte> utf8)
    {
        var findings = new JsonPlace.Findings();
        if (JsonPlace.Root(utf8, findings) is { } root)
        {
            NamedMatrix?[] matrices = [.. (root.IsList ? root.Items() : [root]).Select(LocusReading.ReadSpec)];
            if (!findings.Problems.Any)
            {
                var file = new MutationSpecFile(Array.ConvertAll(matrices, it => it!), root.IsList);
                return new(file, findings.Warnings);
            }
        }
        return new(findings.Problems, findings.Warnings);
    }
}
