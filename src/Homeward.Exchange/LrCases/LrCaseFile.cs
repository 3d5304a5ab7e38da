using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.LrCases;

/// <summary>A file of one case or a list of cases; answered in kind.</summary>
public sealed record LrCaseFile(IReadOnlyList<LrCase> Cases, bool IsList)
{
    /// <summary>Largest file that is read; a case is a few kilobytes.</summary>
    public const int LargestBytes = 256 * 1024 * 1024;

    /// <returns>The cases, or every problem in the file; the place of a problem is its JSON path.</returns>
    public static Parsed<LrCaseFile> Read(ReadOnlyMemory<byte> utf8)
    {
        var findings = new JsonPlace.Findings();
        if (JsonPlace.Root(utf8, findings) is { } root)
        {
            LrCase?[] cases = [.. (root.IsList ? root.Items() : [root]).Select(it => new LrCaseReading(it).Result())];
            if (!findings.Problems.Any)
            {
                var file = new LrCaseFile(Array.ConvertAll(cases, it => it!), root.IsList);
                return new(file, findings.Warnings);
            }
        }
        return new(findings.Problems, findings.Warnings);
    }
}
