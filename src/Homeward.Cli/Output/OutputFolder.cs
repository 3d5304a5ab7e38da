using System.Globalization;

namespace Homeward.Cli.Output;

/// <summary>A folder of results that exists whole or not at all.</summary>
static class OutputFolder
{
    /// <summary>Why this folder may not be written; null when it may.</summary>
    /// <param name="path">The folder to be made.</param>
    /// <param name="own">Names of the files that will be in it.</param>
    /// <param name="force">An earlier result may be replaced, but never a folder that holds anything else.</param>
    public static string? Refusal(string path, IReadOnlyList<string> own, bool force)
    {
        if (File.Exists(path)) return "is a file; give the name of a folder";
        if (!Directory.Exists(path) || !Directory.EnumerateFileSystemEntries(path).Any()) return null;
        var others = Directory.EnumerateFileSystemEntries(path).Count(it => !own.Contains(Path.GetFileName(it)));
        if (others > 0) return $"holds {others} other files or folders and is left as it is; give another folder";
        return force ? null : "exists; give another folder, or --force to replace what is in it";
    }

    /// <summary>Has the files written beside the folder, and puts them in its place when all are complete.</summary>
    public static void Fill(string path, Action<string> write)
    {
        using var filling = new Filling(path);
        write(filling.Partial);
        filling.PutInPlace();
    }

    /// <summary>The same for work that waits.</summary>
    public static async Task<T> FillAsync<T>(string path, Func<string, Task<T>> write)
    {
        using var filling = new Filling(path);
        var written = await write(filling.Partial);
        filling.PutInPlace();
        return written;
    }

    /// <summary>One run that fills a folder. Whatever a run left that was killed is tidied up by the next one: a file
    /// beside its folder is locked as long as it lives.</summary>
    sealed class Filling : IDisposable
    {
        const string PartialMark = ".partial-";
        const string ReplacedMark = ".replaced-";
        const string LockEnding = ".lock";

        readonly string _full;
        readonly string _replaced;
        readonly FileStream _lock;

        public Filling(string path)
        {
            _full = Path.GetFullPath(path).TrimEnd(Path.DirectorySeparatorChar);
            Directory.CreateDirectory(Path.GetDirectoryName(_full) ?? _full);
            TidyUp(_full);
            var run = Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
            (Partial, _replaced) = (_full + PartialMark + run, _full + ReplacedMark + run);
            _lock = Locked(Partial + LockEnding);
            Directory.CreateDirectory(Partial);
        }

        public string Partial { get; }

        /// <summary>The earlier folder is moved away whole, and removed once the new one stands there.</summary>
        public void PutInPlace()
        {
            if (Directory.Exists(_full)) Directory.Move(_full, _replaced);
            Directory.Move(Partial, _full);
            if (Directory.Exists(_replaced)) Directory.Delete(_replaced, recursive: true);
        }

        public void Dispose()
        {
            if (Directory.Exists(Partial)) Directory.Delete(Partial, recursive: true);
            // Stopped between the two moves.
            if (Directory.Exists(_replaced) && !Directory.Exists(_full)) Directory.Move(_replaced, _full);
            _lock.Dispose();
        }

        static void TidyUp(string full)
        {
            var (folder, name) = (Path.GetDirectoryName(full), Path.GetFileName(full));
            if (folder is null) return;
            var runs = new[] { PartialMark, ReplacedMark }
                .SelectMany(mark => Directory.EnumerateFileSystemEntries(folder, name + mark + "*")
                    .Select(it => Path.GetFileName(it)[(name + mark).Length..]))
                .Select(it => it.EndsWith(LockEnding, StringComparison.Ordinal) ? it[..^LockEnding.Length] : it)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var run in runs)
                try
                {
                    using var dead = Locked(full + PartialMark + run + LockEnding);
                    if (Directory.Exists(full + PartialMark + run))
                        Directory.Delete(full + PartialMark + run, recursive: true);
                    if (!Directory.Exists(full + ReplacedMark + run)) continue;
                    // Killed between the two moves: what was there before is there again.
                    if (Directory.Exists(full)) Directory.Delete(full + ReplacedMark + run, recursive: true);
                    else Directory.Move(full + ReplacedMark + run, full);
                }
                catch (IOException)
                {
                    // That run lives.
                }
        }

        /// <summary>The system lets go of it when the process ends, however it ends.</summary>
        static FileStream Locked(string path) => new(
            path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1,
            FileOptions.DeleteOnClose);
    }
}
