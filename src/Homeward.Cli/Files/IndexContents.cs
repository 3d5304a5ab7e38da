using Homeward.Genetics.Profiles;
using Homeward.Search.Index;
using Homeward.Search.Ranking;
using Homeward.Search.Tables;
using Family = Homeward.Genetics.Kinship.Family;

namespace Homeward.Cli.Files;

/// <summary>Children and families of an index, in memory, with the settings they are searched by.</summary>
sealed record IndexContents(SearchSettings Settings, ProfileIndex Children, FamilyIndex Families) : IDisposable
{
    public static IndexContents Of(
        SearchSettings settings,
        IEnumerable<Profile> children,
        IEnumerable<Family> families,
        IReadOnlySet<string> typed)
    {
        var codes = settings.CodeBookFor(typed);
        var contents = new IndexContents(settings, new(codes), new(codes));
        foreach (var child in children) contents.Children.Append(child);
        foreach (var family in families) contents.Families.Append(family);
        return contents;
    }

    public TableCircumstances Circumstances() => new(Children, Settings.Populations[0], Settings.Threshold);

    public void Dispose()
    {
        Children.Dispose();
        Families.Dispose();
    }
}
