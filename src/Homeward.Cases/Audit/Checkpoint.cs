using System.Buffers;
using System.Text.Json;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Audit;

/// <summary>The length and head of every chain at a moment. Kept where nobody who can reach the log can reach it, it
/// shows any later change of what it covers.</summary>
public sealed record Checkpoint(Instant When, IReadOnlyList<ChainHead> Chains)
{
    const int Version = 1;

    /// <summary>One line of JSON, fields in a fixed order: what is signed.</summary>
    public byte[] ToText()
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("when", When.ToString());
            json.WriteStartArray("chains");
            foreach (var chain in Chains)
            {
                json.WriteStartObject();
                json.WriteString("node", chain.Node);
                json.WriteNumber("length", chain.Length);
                json.WriteString("head", chain.Head);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    public static Parsed<Checkpoint> Read(ReadOnlyMemory<byte> text)
    {
        var problems = new Problems();
        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement;
            if (root.GetProperty("v").GetInt32() == Version)
                return new Checkpoint(
                    Instant.Of(root.GetProperty("when").GetDateTimeOffset()),
                    [.. root.GetProperty("chains").EnumerateArray().Select(Chain)]);
            problems.Add("line 1", "is of another version of checkpoints");
        }
        catch (Exception e) when (e is JsonException or FormatException or KeyNotFoundException
            or InvalidOperationException or ArgumentException)
        {
            problems.Add("line 1", "is no checkpoint");
        }
        return problems;
    }

    static ChainHead Chain(JsonElement chain) =>
        new(chain.GetProperty("node").GetString()!,
            chain.GetProperty("length").GetInt64(),
            chain.GetProperty("head").GetString()!);
}
