using System.Data.Common;
using System.Globalization;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Storage.Audit;

namespace Homeward.Storage.Genes;

/// <summary>Profiles without names, sealed one donor at a time. What a person reads or writes here goes through a
/// <see cref="GeneSession"/>.</summary>
public sealed class GeneDatabase
{
    internal const string Stored = "number, accession, donor, kind, sealed";

    GeneDatabase(GeneLocation location, EpochKeys files, AuditLog audit, TimeProvider clock) =>
        (Location, Files, Audit, Clock) = (location, files, audit, clock);

    internal GeneLocation Location { get; }
    internal EpochKeys Files { get; }
    internal AuditLog Audit { get; }
    internal TimeProvider Clock { get; }

    /// <summary>Makes empty databases and the key of the first epoch. On PostgreSQL this needs the owner's connection.
    /// </summary>
    public static void Create(GeneLocation location, EpochKeys files, TimeProvider clock)
    {
        location.Create();
        DonorKeys.Begin(location, files, Instant.Of(clock.GetUtcNow()));
    }

    /// <summary>Opens both databases, once their tables and rules are found to be as this version makes them.</summary>
    /// <exception cref="ChangedSchemaException">They are not.</exception>
    public static GeneDatabase Open(GeneLocation location, EpochKeys files, AuditLog audit, TimeProvider clock)
    {
        var faults = location.Faults();
        if (faults.Count > 0) throw new ChangedSchemaException(faults);
        DonorKeys.RemoveEnded(location, files);
        return new(location, files, audit, clock);
    }

    /// <summary>What keeps <see cref="Open"/> from opening them.</summary>
    public static IReadOnlyList<string> Faults(GeneLocation location) => location.Faults();

    /// <summary>The door for one actor and one purpose; no actor is the program itself.</summary>
    public GeneSession For(Actor? actor, Purpose purpose) => new(this, actor, purpose);

    /// <summary>Number of the last change.</summary>
    public long Version()
    {
        using var connection = Location.ConnectToGenes();
        using var transaction = Location.BeginRead(connection);
        using var version = GeneLocation.Prepared(transaction, "SELECT number FROM version");
        return Convert.ToInt64(version.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>How many profiles are searched now.</summary>
    public long LiveCount()
    {
        using var connection = Location.ConnectToGenes();
        using var transaction = Location.BeginRead(connection);
        using var count = GeneLocation.Prepared(transaction, "SELECT count(*) FROM live_profile");
        return Convert.ToInt64(count.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>All profiles of a kind that are searched now, in the order of their numbers: for the index in memory,
    /// and for nobody to look at.</summary>
    public IEnumerable<AcceptedProfile> Live(ProfileKind kind)
    {
        using var connection = Location.ConnectToGenes();
        using var transaction = Location.BeginRead(connection);
        using var keys = new DonorKeys(Location, Files, writes: false);
        using var command = GeneLocation.Prepared(
            transaction, $"SELECT {Stored} FROM live_profile WHERE kind = @kind ORDER BY number", "@kind");
        command.Parameters[0].Value = kind.ToString();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (Read(reader, keys) is { } profile) yield return profile;
    }

    /// <summary>Which of these numbers have a profile, and whose place it takes.</summary>
    public IReadOnlyList<(AccessionNumber Accession, AccessionNumber? Supersedes)> Held(
        IReadOnlyList<AccessionNumber> accessions)
    {
        using var connection = Location.ConnectToGenes();
        using var transaction = Location.BeginRead(connection);
        using var command = GeneLocation.Prepared(
            transaction, "SELECT supersedes FROM profile WHERE accession = @accession", "@accession");
        var held = new List<(AccessionNumber, AccessionNumber?)>();
        foreach (var accession in accessions)
        {
            command.Parameters[0].Value = accession.Text;
            if (command.ExecuteScalar() is not { } found) continue;
            held.Add((accession, AccessionNumber.TryParse(found as string, out var earlier) ? earlier : null));
        }
        return held;
    }

    /// <summary>Null when the donor's key is gone, and with it the profile.</summary>
    internal AcceptedProfile? Read(DbDataReader reader, DonorKeys keys)
    {
        var isNumber = AccessionNumber.TryParse(reader.GetString(1), out var accession);
        Genetics.Primitives.Check.That(isNumber, "a stored accession number is one");
        var donor = new GeneDonorId(Location.IdOf(reader, 2));
        using var key = keys.Find(donor);
        return key is null ? null : new(
            reader.GetInt64(0),
            accession,
            donor,
            Enum.Parse<ProfileKind>(reader.GetString(3)),
            SealedProfile.Open((byte[])reader.GetValue(4), accession, donor, key));
    }
}
