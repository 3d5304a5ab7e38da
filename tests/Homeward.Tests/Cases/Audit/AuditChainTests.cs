using System.Text;
using Homeward.Cases.Audit;

namespace Homeward.Tests.Cases.Audit;

public sealed class AuditChainTests
{
    /// <summary>By hand: <c>(head -c 32 /dev/zero; printf abc) | sha256sum</c>, and again with that hash before
    /// <c>def</c>.</summary>
    [Fact]
    public void A_hash_is_SHA_256_of_the_previous_hash_and_the_text()
    {
        var first = AuditChain.HashOf(AuditChain.Beginning.Span, "abc"u8);
        var second = AuditChain.HashOf(first, Encoding.UTF8.GetBytes("def"));

        Assert.Equal(
            "365aa7d8f7f9402c4b9434502b4cc89ddb09fe50d7cd95b493b834c62d5a5370",
            Convert.ToHexStringLower(first));
        Assert.Equal(
            "532f0131db1635cb105c9753e41e7908599aa4dd144658c92e50b60113ad993a",
            Convert.ToHexStringLower(second));
    }
}
