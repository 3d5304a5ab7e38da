using System.Reflection;
using Homeward.Genetics.Primitives;

namespace Homeward.Server.Features.Maps;

/// <summary>The map on which pages draw: the installation's own boundary file where there is one, else the schematic
/// one of the program. A file of its own that cannot be read is told, and is not replaced in silence.</summary>
public sealed class MapSheet(ServerSettings settings)
{
    public const string FileName = "boundaries.txt";
    const string BuiltIn = "maps/china.boundaries.txt";

    readonly Lazy<Parsed<Boundaries>> _boundaries = new(() => Read(settings.Folder));

    public Parsed<Boundaries> Boundaries => _boundaries.Value;

    /// <summary>Whether the lines are those that come with the program.</summary>
    public bool IsBuiltIn => !File.Exists(Path.Combine(settings.Folder, FileName));

    static Parsed<Boundaries> Read(string folder)
    {
        var own = Path.Combine(folder, FileName);
        var stream = File.Exists(own) ? File.OpenRead(own)
            : Assembly.GetExecutingAssembly().GetManifestResourceStream(BuiltIn);
        Check.That(stream is not null);
        using var reader = new StreamReader(stream);
        return Maps.Boundaries.Read(reader);
    }
}
