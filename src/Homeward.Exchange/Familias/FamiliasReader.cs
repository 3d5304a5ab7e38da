using Homeward.Genetics.Primitives;

namespace Homeward.Exchange.Familias;

/// <summary>Reads Familias projects (<c>.fam</c>) of version 3 with their DVI section.</summary>
/// <remarks>docs/decisions/0010-familias-files.md says what each setting becomes here.</remarks>
public static class FamiliasReader
{
    public static Parsed<FamiliasProject> Read(Stream stream)
    {
        var lines = new FamLines(stream);
        if (!lines.Next("a title").StartsWith("Output from Familias", StringComparison.Ordinal))
            lines.Fail("is not the title of a Familias project, \"Output from Familias, version 3…\"");
        lines.Next("a note");
        var version = lines.Next("a version");
        if (!version.StartsWith('3') && !lines.Failed)
            lines.Fail("is not version 3 of Familias; open the project there and save it again");
        var comment = lines.Next("a comment or the number of persons");
        var persons = new PersonsPart(lines);
        persons.Read(comment.Length > 0
            ? lines.AsCount(comment, "the number of persons")
            : lines.Count("the number of persons"));
        var pedigrees = new PedigreesPart(lines, persons);
        pedigrees.Read();
        var theta = Theta(lines);
        var loci = new LociPart(lines);
        loci.Read();
        var dvi = new DviPart(lines, loci);
        dvi.Read();
        persons.Resolve(loci);
        if (lines.Problems.Any) return new(lines.Problems, lines.Warnings);
        return new(
            new FamiliasProject
            {
                DatabaseName = loci.DatabaseName,
                Loci = loci.Loci,
                Theta = theta,
                Profiles = [.. persons.Profiles, .. dvi.References],
                Hypotheses = pedigrees.Hypotheses,
                Unidentified = dvi.Unidentified,
                Families = dvi.Families,
            },
            lines.Warnings);
    }

    /// <summary><c>#FALSE# (#Databases: 1 ;Theta/Kinship/Fst: 0 )</c></summary>
    static double Theta(FamLines lines)
    {
        const string Label = "Theta/Kinship/Fst:";
        var line = lines.Next("the number of databases");
        if (line.StartsWith("#TRUE#", StringComparison.Ordinal))
            lines.Fail("the project holds probabilities; open it in Familias and save it before they are computed");
        else if (!line.StartsWith("#FALSE#", StringComparison.Ordinal))
            lines.Fail("is not the line that starts the databases, #FALSE# (#Databases: 1 …");
        var start = line.IndexOf(Label, StringComparison.Ordinal);
        if (lines.Failed || start < 0) return 0;
        var number = line[(start + Label.Length)..].Trim().TrimEnd(')').Trim();
        var theta = lines.AsNumber(number, "theta");
        if (theta is < 0 or >= 1)
            lines.Report(lines.Place, "theta is not from 0 to below 1");
        return theta;
    }
}
