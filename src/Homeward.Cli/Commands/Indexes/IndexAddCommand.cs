using System.CommandLine;
using Homeward.Cli.Files;
using Homeward.Cli.Inputs;
using Homeward.Cli.Output;
using Homeward.Genetics.Profiles;
using Homeward.Search.Ranking;
using Family = Homeward.Genetics.Kinship.Family;

namespace Homeward.Cli.Commands.Indexes;

/// <summary><c>homeward index add</c>: more children and families; what is there is not compiled again.</summary>
static class IndexAddCommand
{
    public static Command Create()
    {
        var folder = IndexInputs.Folder();
        var children = IndexInputs.Files("--children", "Profiles of more rescued children");
        var families = new Option<string?>("--families")
        {
            Description = "Pedigrees of more families",
            HelpName = "FILE",
        };
        var profiles = IndexInputs.Files("--profiles", "Profiles of their relatives");
        var command = new Command("add", "Add children and families to an index")
        {
            folder, children, families, profiles, CommonOptions.Json(),
        };
        command.SetAction((parse, cancel) =>
        {
            var terminal = Terminal.Of(parse);
            var refusals = new Refusals(terminal);
            var (newChildren, newFamilies) = IndexInputs.Read(
                parse.GetValue(children), parse.GetValue(families), parse.GetValue(profiles), refusals);
            return refusals.Any ? Task.FromResult(refusals.Refuse())
                : Run(terminal, refusals, parse.GetValue(folder)!, (newChildren, newFamilies), cancel);
        });
        return command;
    }

    static async Task<int> Run(
        Terminal terminal,
        Refusals refusals,
        string folder,
        (IReadOnlyCollection<Profile> Children, IReadOnlyList<Family> Families) added,
        CancellationToken cancel)
    {
        if (IndexInputs.Open(folder, refusals) is not { } opened) return refusals.Refuse();
        using var index = opened.Index;
        RefuseWhatIsThere(index, added.Children, added.Families, refusals);
        if (refusals.Any) return refusals.Refuse();
        var contents = Added(index, added.Children, added.Families);
        var answer = await IndexBuildCommand.Save(
            terminal, folder, index.Manifest, contents, (index.Tables.Value, cancel));
        return terminal.Answer(answer, answer.Draw);
    }

    /// <summary>In place; from the beginning only when a marker comes in that no column is for.</summary>
    static IndexContents Added(
        IndexFolder index, IReadOnlyCollection<Profile> children, IReadOnlyList<Family> families)
    {
        var columns = index.Manifest.Markers.ToHashSet(StringComparer.Ordinal);
        var typed = IndexInputs.TypedIn(children, families);
        typed.IntersectWith([.. index.Settings.Markers, RescuedChild.Amelogenin]);
        if (!typed.IsSubsetOf(columns))
            return IndexContents.Of(
                index.Settings, new IndexedChildren(index.Children).Select(it => it.Profile).Concat(children),
                index.Families.Concat(families), typed.Union(columns).ToHashSet(StringComparer.Ordinal));
        foreach (var child in children) index.Children.Append(child);
        foreach (var family in families) index.Families.Append(family);
        return new(index.Settings, index.Children, index.Families);
    }

    static void RefuseWhatIsThere(
        IndexFolder index, IEnumerable<Profile> children, IReadOnlyList<Family> families, Refusals refusals)
    {
        foreach (var child in children)
            if (index.Children.SlotOf(child.Id) >= 0 || index.Families.Relatives.SlotOf(child.Id) >= 0)
                refusals.Add("--children", $"sample {child.Id}", "is in the index already; remove it first");
        foreach (var family in families)
        {
            if (index.Families.Contains(family.Id))
                refusals.Add("--families", $"family {family.Id}", "is in the index already; remove it first");
            foreach (var profile in family.Profiles.OfType<Profile>())
                if (index.Children.SlotOf(profile.Id) >= 0 || index.Families.Relatives.SlotOf(profile.Id) >= 0)
                    refusals.Add("--profiles", $"sample {profile.Id}", "is in the index already; remove it first");
        }
    }
}
