using System.Text.Json;

namespace Homeward.Cli.Inputs;

/// <summary><c>installation.json</c>: where the data are, and as whom the command line may act. Its owner alone can
/// read it, since it may hold a password of PostgreSQL.</summary>
sealed record InstallationFile
{
    const string Known = "homeward-installation 1";
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    static readonly JsonSerializerOptions Style = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    public string Format { get; init; } = Known;

    /// <summary>The first is the one that acts when none is named. Empty when the pages set the installation up: then
    /// the command line acts as nobody.</summary>
    public required IReadOnlyList<Operator> Operators { get; init; }

    /// <summary>Null when the data are files of the folder.</summary>
    public PostgresPart? Postgres { get; init; }

    /// <summary>Null for the machine's clock.</summary>
    public ClockPart? Clock { get; init; }

    /// <param name="Name">As <c>--as</c> names it.</param>
    /// <param name="User">The account.</param>
    /// <param name="Agency">For which it acts.</param>
    public sealed record Operator(string Name, Guid User, Guid Agency);

    /// <param name="Connection">The application's.</param>
    /// <param name="Application">Its role.</param>
    public sealed record PostgresPart(string Connection, string Application);

    /// <param name="Own">The moment of the installation's own time ...</param>
    /// <param name="Machine">... that was this one of the machine's.</param>
    public sealed record ClockPart(DateTimeOffset Own, DateTimeOffset Machine);

    public TimeProvider TimeProvider() =>
        Clock is null ? System.TimeProvider.System : new OwnClock(Clock.Machine - Clock.Own);

    /// <summary>Null when there is none.</summary>
    /// <exception cref="InvalidDataException">It is not as this version writes it.</exception>
    public static InstallationFile? Find(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            if (JsonSerializer.Deserialize<InstallationFile>(File.ReadAllText(path), Style)
                is { Format: Known, Operators: not null } read) return read;
        }
        catch (JsonException)
        {
            // Said below, without what stands in it.
        }
        throw new InvalidDataException($"{path} is not an installation file of this version.");
    }

    /// <summary>On the disk when this returns.</summary>
    public void Write(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        JsonSerializer.Serialize(file, this, Style);
        file.Flush(flushToDisk: true);
    }
}
