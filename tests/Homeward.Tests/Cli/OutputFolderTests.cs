using Homeward.Cli.Output;

namespace Homeward.Tests.Cli;

/// <summary>Folders of results that are whole or absent, whatever became of the run that made them.</summary>
public sealed class OutputFolderTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_a_dead_run_left_is_removed_and_what_a_living_one_writes_is_not()
    {
        Make("out.partial-111/file", "half");                     // its lock went with the process
        Make("out.partial-222/file", "half");
        using (new FileStream(_folder["out.partial-222.lock"], FileMode.Create, FileAccess.Write, FileShare.None))
            OutputFolder.Fill(_folder["out"], partial => File.WriteAllText(Path.Combine(partial, "file"), "whole"));

        Assert.Equal("whole", File.ReadAllText(_folder["out/file"]));
        Assert.False(Directory.Exists(_folder["out.partial-111"]));
        Assert.True(Directory.Exists(_folder["out.partial-222"]));
        Assert.Empty(Directory.GetFiles(_folder.Path, "out.partial-111*"));
    }

    /// <summary>Killed after the old folder was moved away and before the new one came.</summary>
    [Fact]
    public void What_was_there_before_a_run_that_died_between_its_two_moves_is_there_again()
    {
        Make("out.replaced-111/file", "before");
        Make("out.partial-111/file", "after");

        Assert.Throws<InvalidOperationException>(
            () => OutputFolder.Fill(_folder["out"], _ => throw new InvalidOperationException()));

        Assert.Equal("before", File.ReadAllText(_folder["out/file"]));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void What_was_replaced_is_removed_once_the_new_folder_stands_there()
    {
        Make("out/file", "after");
        Make("out.replaced-111/file", "before");

        OutputFolder.Fill(_folder["other"], partial => File.WriteAllText(Path.Combine(partial, "file"), "other"));
        Assert.True(Directory.Exists(_folder["out.replaced-111"]));
        OutputFolder.Fill(_folder["out"], partial => File.WriteAllText(Path.Combine(partial, "file"), "third"));

        Assert.Equal("third", File.ReadAllText(_folder["out/file"]));
        Assert.Equal(
            ["other", "out"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    void Make(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[file])!);
        File.WriteAllText(_folder[file], text);
    }
}
