using System.Buffers;
using System.Text.Json;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Audit;

/// <summary>An entry as the bytes that are stored and hashed: one line of JSON, fields in a fixed order, no spaces.
/// </summary>
/// <remarks>Readable with any tool, so that an inspectorate needs no program of ours to check a chain.</remarks>
public static class AuditText
{
    const int Version = 1;

    public static byte[] Of(AuditEntry entry)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("node", entry.Node.Name);
            json.WriteNumber("number", entry.Number);
            json.WriteString("id", entry.Id.Value);
            json.WriteString("when", entry.When.ToString());
            Write(json, entry.Record);
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>What became of a stored text; a name that this version does not know is a problem, not a failure.
    /// </summary>
    public static Parsed<AuditEntry> Read(ReadOnlyMemory<byte> text)
    {
        var problems = new Problems();
        try
        {
            using var document = JsonDocument.Parse(text);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException or ArgumentException)
        {
            problems.Add("", "is no entry as this version writes them");
            return problems;
        }
    }

    /// <summary>The place that a stored text names, whatever else this version understands of it; null when it names
    /// none.</summary>
    internal static (string Node, long Number, Guid Id)? Place(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            return (root.GetProperty("node").GetString()!, root.GetProperty("number").GetInt64(),
                root.GetProperty("id").GetGuid());
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException)
        {
            return null;
        }
    }

    static void Write(Utf8JsonWriter json, AuditRecord record)
    {
        json.WriteString("kind", record.Kind.ToString());
        json.WriteString("what", record.What.ToString());
        if (record.Who is { } who) json.WriteString("who", who.Value);
        if (record.Agency is { } agency) json.WriteString("agency", agency.Value);
        json.WriteString("purpose", record.Purpose.ToString());
        json.WriteString("fields", record.Fields.ToString());
        if (record.About is { } about) json.WriteString("about", about.Value);
        json.WriteStartArray("subjects");
        foreach (var subject in record.Subjects) json.WriteStringValue(subject);
        json.WriteEndArray();
    }

    static AuditEntry Read(JsonElement root)
    {
        if (root.GetProperty("v").GetInt32() != Version) throw new FormatException();
        var record = new AuditRecord
        {
            Kind = Name<AuditKind>(root, "kind"),
            What = Name<Permission>(root, "what"),
            Who = Id(root, "who") is { } who ? new UserId(who) : null,
            Agency = Id(root, "agency") is { } agency ? new AgencyId(agency) : null,
            Purpose = Name<Purpose>(root, "purpose"),
            Fields = Name<FieldClasses>(root, "fields"),
            About = Id(root, "about") is { } about ? new EntryId(about) : null,
            Subjects = [.. root.GetProperty("subjects").EnumerateArray().Select(it => it.GetGuid())],
        };
        return new(
            new(root.GetProperty("id").GetGuid()),
            new(root.GetProperty("node").GetString()!),
            root.GetProperty("number").GetInt64(),
            Instant.Of(root.GetProperty("when").GetDateTimeOffset()),
            record);
    }

    static Guid? Id(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value.GetGuid() : null;

    static T Name<T>(JsonElement root, string name)
        where T : struct, Enum =>
        Enum.Parse<T>(root.GetProperty(name).GetString()!);
}
