using Homeward.Cases.Identification;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Cli.Inputs;
using Homeward.Exchange.Tables;
using Homeward.Genetics.Primitives;

namespace Homeward.Cli.Commands.Genes;

/// <summary>Which number stands for which sample and family: the only bridge from the gene database to names, for an
/// installation without cases. Readable by its owner alone.</summary>
sealed class NumberFile
{
    const string Header = "kind,name,number,donor";
    readonly Dictionary<string, (AccessionNumber Accession, GeneDonorId Donor)> _samples = new(StringComparer.Ordinal);
    readonly Dictionary<string, GeneFamilyId> _families = new(StringComparer.Ordinal);
    readonly Ids _ids = new(TimeProvider.System);

    NumberFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>The file as it is, or an empty one when there is none yet.</summary>
    public static Parsed<NumberFile> Open(string path) =>
        File.Exists(path) ? InputFile.Read(path, stream => Read(path, stream)) : new NumberFile(path);

    public (AccessionNumber Accession, GeneDonorId Donor) OfSample(string name)
    {
        if (_samples.TryGetValue(name, out var known)) return known;
        var drawn = (AccessionNumber.Draw(), new GeneDonorId(_ids.Next()));
        _samples.Add(name, drawn);
        return drawn;
    }

    public GeneFamilyId OfFamily(string name)
    {
        if (_families.TryGetValue(name, out var known)) return known;
        var drawn = new GeneFamilyId(_ids.Next());
        _families.Add(name, drawn);
        return drawn;
    }

    /// <summary>On the disk when this returns, and whole at any moment.</summary>
    public void Save()
    {
        var full = System.IO.Path.GetFullPath(Path);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(full + ".partial", options))
        {
            using (var writer = new StreamWriter(file, leaveOpen: true))
            {
                writer.WriteLine(Header);
                foreach (var (name, it) in _samples)
                    writer.WriteLine($"sample,{Quoted(name)},{it.Accession},{it.Donor.Value}");
                foreach (var (name, it) in _families) writer.WriteLine($"family,{Quoted(name)},{it.Value},");
            }
            file.Flush(flushToDisk: true);
        }
        File.Move(full + ".partial", full, overwrite: true);
    }

    static Parsed<NumberFile> Read(string path, Stream stream)
    {
        var table = new TableReader(stream);
        var numbers = new NumberFile(path);
        if (string.Join(',', table.Header.Names) != Header)
            table.Problems.Add("", $"is no file of numbers: its first line is not {Header}");
        if (table.Problems.Any) return table.Problems;
        while (table.Read())
        {
            var name = table[1].ToString();
            var isRead = table[0] switch
            {
                "sample" => AccessionNumber.TryParse(table[2].ToString(), out var accession)
                    && Guid.TryParse(table[3], out var donor) && numbers._samples.TryAdd(name, (accession, new(donor))),
                "family" => Guid.TryParse(table[2], out var id) && numbers._families.TryAdd(name, new(id)),
                _ => false,
            };
            if (!isRead) table.Problems.Add(table.Place(), "is no number, or one given twice");
        }
        return table.Problems.Any ? table.Problems : numbers;
    }

    static string Quoted(string name) =>
        name.AsSpan().ContainsAny(',', '"') ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : name;
}
