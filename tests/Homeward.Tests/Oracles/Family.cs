using Homeward.Genetics.Pedigrees;

namespace Homeward.Tests.Oracles;

/// <summary>Pedigrees in a line of text: <c>AF m, MO f, CH m AF MO</c>.</summary>
static class Family
{
    public static Pedigree Of(string text)
    {
        var rows = from part in text.Split(',', StringSplitOptions.TrimEntries)
                   let words = part.Split(' ')
                   let sex = words[1] == "m" ? Sex.Male : Sex.Female
                   select new PedigreeRow(words[0], sex, words.ElementAtOrDefault(2), words.ElementAtOrDefault(3));
        return Pedigree.From([.. rows]).Value!;
    }
}
