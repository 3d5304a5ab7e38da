using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Homeward.Genetics.Primitives;
using Homeward.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Homeward.Server;

/// <summary>Style, script and pictures of the pages, out of the program itself. A file is asked for by its content's
/// digest, and so may be kept for ever.</summary>
static class ServedFiles
{
    sealed record Served(byte[] Plain, byte[] Brotli, string Type, string Digest);

    static readonly Dictionary<string, Served> Files = Read();

    /// <summary>Where a page finds a file.</summary>
    public static string Place(string name) => $"/files/{name}?{Files[name].Digest}";

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/files/{name}", Handle).ForEverybody();

    static IResult Handle(string name, HttpContext context)
    {
        if (!Files.TryGetValue(name, out var file)) return Results.NotFound();
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        var takesBrotli = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (takesBrotli) headers.ContentEncoding = "br";
        return Results.Bytes(takesBrotli ? file.Brotli : file.Plain, file.Type);
    }

    static Dictionary<string, Served> Read()
    {
        const string Folder = "wwwroot/";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(it => it.StartsWith(Folder, StringComparison.Ordinal))
            .ToDictionary(it => it[Folder.Length..], it => Load(assembly, it), StringComparer.Ordinal);
    }

    static Served Load(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name);
        Check.That(stream is not null, name);
        var plain = new byte[stream.Length];
        stream.ReadExactly(plain);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) brotli.Write(plain);
        return new(plain, packed.ToArray(), TypeOf(name), Convert.ToHexStringLower(SHA256.HashData(plain))[..12]);
    }

    static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
