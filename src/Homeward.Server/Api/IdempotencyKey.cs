using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Homeward.Server.Api;

/// <summary>The key under which a record is sent; it becomes the record's id (docs/decisions/0082), so that nothing has
/// to be remembered of keys, and no key is forgotten.</summary>
static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    const int BytesOfAnId = 16;

    /// <summary>Null when the request has none, or one that is no UUID.</summary>
    public static Guid? Of(HttpRequest request) =>
        Guid.TryParseExact(request.Headers[Header].ToString(), "D", out var key) && key != Guid.Empty ? key : null;

    /// <summary>The person who is recorded with it: always the same, and no other key's.</summary>
    public static Guid PersonOf(Guid key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"person of {key:D}"));
        return new(hash.AsSpan(0, BytesOfAnId));
    }
}
