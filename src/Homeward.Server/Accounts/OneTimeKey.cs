using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Homeward.Server.Accounts;

/// <summary>A secret of 256 bits in a link or a cookie. What is kept of it is its hash.</summary>
static class OneTimeKey
{
    const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
