using System.Text.RegularExpressions;

namespace Homeward.Tests.Architecture;

/// <summary>The sizes and names of STYLE.md sections 1 and 3.</summary>
public sealed partial class TidyTests
{
    const int LinesOfFile = 500;
    const int LinesOfMember = 70;
    const int Columns = 120;
    const int FilesOfFolder = 24;

    /// <summary>Reviewed exceptions: a path, or a path and the first line of a member, with the reason.</summary>
    static readonly Dictionary<string, string> Exempt = [];

    static readonly string[] ForbiddenFolders = ["Common", "Helpers", "Utils", "Managers", "Interfaces", "Models"];

    [Fact]
    public void No_file_is_longer_than_500_lines() =>
        None(
            from path in SourceTree.CSharpFiles
            let lines = SourceTree.Read(path).Split('\n').Length
            where lines > LinesOfFile && !Exempt.ContainsKey(path)
            select $"{path}: {lines} lines");

    [Fact]
    public void No_member_is_longer_than_70_lines() =>
        None(
            from path in SourceTree.CSharpFiles
            from member in CSharpText.Members(SourceTree.Read(path))
            where member.Lines > LinesOfMember && !Exempt.ContainsKey($"{path}:{member.FirstLine}")
            select $"{path}:{member.FirstLine}: {member.Lines} lines");

    [Fact]
    public void No_line_is_wider_than_120_columns() =>
        None(
            from path in SourceTree.CSharpFiles
            from line in SourceTree.Read(path).Split('\n').Index()
            where line.Item.TrimEnd('\r').Length > Columns
            select $"{path}:{line.Index + 1}: {line.Item.Length} columns");

    [Fact]
    public void No_folder_holds_many_more_than_20_files() =>
        None(
            from folder in SourceTree.CSharpFiles.CountBy(it => it[..it.LastIndexOf('/')])
            where folder.Value > FilesOfFolder
            select $"{folder.Key}: {folder.Value} files");

    [Fact]
    public void A_folder_is_a_domain_noun() =>
        None(
            from path in SourceTree.CSharpFiles
            where path.Split('/')[..^1].Intersect(ForbiddenFolders, StringComparer.OrdinalIgnoreCase).Any()
            select path);

    [Fact]
    public void A_file_declares_the_namespace_of_its_folder() =>
        None(
            from path in SourceTree.CSharpFiles
            let declared = NamespaceLine().Match(SourceTree.Read(path))
            where declared.Success && declared.Groups[1].Value != NamespaceOf(path)
            select $"{path}: {declared.Groups[1].Value}");

    [Fact]
    public void No_file_names_a_place_on_somebodys_machine() =>
        None(
            from path in SourceTree.CSharpFiles.Concat(SourceTree.FilesNamed("*.md", ""))
            where MachinePath().IsMatch(SourceTree.Read(path))
            select path);

    [Fact]
    public void Whatever_is_left_to_do_has_an_owner() =>
        None(
            from path in SourceTree.CSharpFiles
            from line in SourceTree.Read(path).Split('\n').Index()
            where Unowned().IsMatch(line.Item)
            select $"{path}:{line.Index + 1}");

    static void None(IEnumerable<string> violations)
    {
        var list = string.Join(Environment.NewLine, violations);
        Assert.True(list.Length == 0, list);
    }

    static string NamespaceOf(string path)
    {
        var folders = path.Split('/')[1..^1];
        return string.Join('.', folders);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"(?<![\w.])/(home|root|work|tmp|Users)/")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"//.*\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b(?!\([\w-]+\))")]
    private static partial Regex Unowned();
}
