using Homeward.Cases.Photos;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Homeward.Server.Features.Photos;

/// <summary>Reads forms that hold a photo, for routes that say so, and only for those who may use them.</summary>
/// <remarks>The framework's own reader puts what is large into a file that nobody sealed, and gives a form up as a
/// whole when one field is too large. Here nothing touches the disk, and a photo that is too large is read past, so
/// that the rest of the form can be shown again.</remarks>
static class PhotoForms
{
    /// <summary>The name of the field.</summary>
    public const string Field = "photo";

    const long MostBytesOfForm = 64 * 1024 * 1024;
    const int MostFields = 64;
    const int MostBytesOfField = 16 * 1024;
    const int MostCharactersOfBoundary = 100;

    sealed record Taken;

    public static RouteHandlerBuilder TakesPhoto(this RouteHandlerBuilder route) =>
        route.WithMetadata(new Taken(), new RequestSizeLimitAttribute(MostBytesOfForm));

    /// <summary>Before anything else reads the form: its token is in it.</summary>
    public static async Task ReadAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<Taken>() is not null
            && BoundaryOf(context.Request.ContentType) is { } boundary)
        {
            try
            {
                var (fields, photo) = await ReadAsync(new(boundary, context.Request.Body), context.RequestAborted);
                context.Features.Set<IFormFeature>(new FormFeature(fields));
                if (photo is not null) context.Features.Set(photo);
            }
            catch (IOException e) when (e is not BadHttpRequestException)
            {
                throw new InvalidDataException("The form ends before its end.", e);
            }
        }
        await next(context);
    }

    /// <summary>Null when no photo was chosen.</summary>
    public static SentPhoto? SentIn(HttpContext context) => context.Features.Get<SentPhoto>();

    /// <summary>What was made of the photo that was sent; neither a picture nor a problem when none was.</summary>
    public static async Task<(Picture? Picture, string? Problem)> PictureInAsync(
        HttpContext context, CancellationToken cancel) =>
        SentIn(context) is { } sent ? await PictureMaking.OfAsync(sent, cancel) : (null, null);

    static string? BoundaryOf(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var parsed)
        && parsed.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(parsed.Boundary).Value is { Length: > 0 and <= MostCharactersOfBoundary } it
            ? it : null;

    static async Task<(FormCollection Fields, SentPhoto? Photo)> ReadAsync(
        MultipartReader reader, CancellationToken cancel)
    {
        var fields = new KeyValueAccumulator();
        SentPhoto? photo = null;
        for (var count = 0; await reader.ReadNextSectionAsync(cancel) is { } section; count++)
        {
            if (count == MostFields) throw new InvalidDataException("The form has too many fields.");
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about)
                || HeaderUtilities.RemoveQuotes(about.Name).Value is not { } name)
                throw new InvalidDataException("A field of the form has no name.");
            if (about.IsFileDisposition())
            {
                var sent = await UpToAsync(section.Body, SentPhoto.MostBytes, cancel);
                // A browser sends a field without a file as an empty one without a name.
                if (name == Field && !(sent?.Length == 0 && IsNameless(about)))
                    photo = new(sent ?? [], IsTooLarge: sent is null);
            }
            else if (await UpToAsync(section.Body, MostBytesOfField, cancel) is { } text)
                fields.Append(name, System.Text.Encoding.UTF8.GetString(text));
            else throw new InvalidDataException("A field of the form is too large.");
        }
        return (new(fields.HasValues ? fields.GetResults() : []), photo);
    }

    static bool IsNameless(ContentDispositionHeaderValue about) =>
        StringSegment.IsNullOrEmpty(HeaderUtilities.RemoveQuotes(about.FileName))
        && StringSegment.IsNullOrEmpty(HeaderUtilities.RemoveQuotes(about.FileNameStar));

    /// <summary>Null when there are more, which are read past.</summary>
    static async Task<byte[]?> UpToAsync(Stream body, int most, CancellationToken cancel)
    {
        using var kept = new MemoryStream();
        var part = new byte[64 * 1024];
        var isTooLarge = false;
        for (int count; (count = await body.ReadAsync(part, cancel)) > 0;)
        {
            isTooLarge |= kept.Length + count > most;
            if (!isTooLarge) kept.Write(part, 0, count);
        }
        return isTooLarge ? null : kept.ToArray();
    }
}
