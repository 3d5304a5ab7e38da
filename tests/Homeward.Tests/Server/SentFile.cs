namespace Homeward.Tests.Server;

/// <summary>A file in a form, and what its sender says that it is.</summary>
public sealed record SentFile(byte[] Bytes)
{
    public string Field { get; init; } = "photo";
    public string Name { get; init; } = "photo.jpg";
    public string Type { get; init; } = "image/jpeg";
}
