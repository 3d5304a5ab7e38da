using Homeward.Exchange.Tables;
using Homeward.Genetics.Primitives;
using Homeward.Genetics.Profiles;

namespace Homeward.Exchange.Profiles;

/// <summary>Profiles of a wide table, a row at a time: for files of more people than should be in memory.</summary>
/// <remarks>The last row can still be wrong: whoever takes profiles keeps them on trial until all were read and
/// <see cref="Problems"/> is empty.</remarks>
public sealed class ProfileStream
{
    readonly TableReader _table;

    ProfileStream(TableReader table) => _table = table;

    /// <summary>Everything that is wrong with what was read so far.</summary>
    public Problems Problems => _table.Problems;

    /// <summary>Readings that were set aside so far.</summary>
    public Problems Warnings { get; } = new();

    /// <returns>The stream; or what is wrong with the header, as when the table is not a wide one.</returns>
    public static Parsed<ProfileStream> Open(Stream stream)
    {
        var table = new TableReader(stream);
        if (table.Header.Names.Count > 0 && !WideTable.Recognizes(table.Header))
            table.Problems.Add(
                table.Place(), "this is no wide table (sample, then a column or two for each marker), which is "
                + "what can be read a row at a time");
        return table.Problems.Any ? table.Problems : new ProfileStream(table);
    }

    /// <summary>To be gone through once.</summary>
    public IEnumerable<Profile> Profiles() => WideTable.Stream(_table, Warnings);
}
