namespace Homeward.Tests.Cli;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("homeward-test-").FullName;

    /// <param name="parent">Where the folder is made.</param>
    public TemporaryFolder(string parent) => Path = Directory.CreateDirectory(
        System.IO.Path.Combine(parent, "homeward-test-" + System.IO.Path.GetRandomFileName())).FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
