using Homeward.Cases.Jurisdictions;
using Homeward.Cases.Retention;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Retention;

/// <summary>Days counted by hand on a calendar, in the time of +08:00.</summary>
public sealed class RetentionRuleTests
{
    /// <summary>Thirty days after 15 July are 14 August, and a day ends at midnight.</summary>
    [Theory]
    [InlineData("cn")]
    [InlineData("intl")]
    public void What_was_given_with_a_consent_may_go_at_once_and_is_gone_thirty_days_later(string profile)
    {
        var due = Due(profile, RetentionKind.ConsentWithdrawn, At(2011, 7, 15, 10));

        Assert.Equal(At(2011, 7, 15, 10), due.From);
        Assert.Equal(profile == "cn" ? At(2011, 8, 15, 0) : Utc(2011, 8, 15), due.By);
    }

    /// <summary>Ended on 1 July: thirty days are 31 July, sixty are 30 August.</summary>
    [Fact]
    public void Relatives_profiles_are_kept_for_thirty_days_after_a_search_has_ended_and_sixty_at_most()
    {
        var due = Due("cn", RetentionKind.SearchEnded, At(2011, 7, 1, 23));

        Assert.Equal(At(2011, 8, 1, 0), due.From);
        Assert.Equal(At(2011, 8, 31, 0), due.By);
        Assert.False(due.IsDueAt(At(2011, 7, 31, 23)));
        Assert.True(due.IsDueAt(At(2011, 8, 1, 0)));
        Assert.False(due.IsOverdueAt(At(2011, 8, 31, 0)));
        Assert.True(due.IsOverdueAt(At(2011, 8, 31, 1)));
    }

    [Fact]
    public void Every_fault_in_a_rule_is_told_with_its_place()
    {
        var text = System.Text.Encoding.UTF8.GetString(Shipped())
            .Replace("\"within\": \"P60D\"", "\"within\": \"soon\"", StringComparison.Ordinal)
            .Replace("\"kind\": \"SearchEnded\"", "\"kind\": \"ConsentWithdrawn\"", StringComparison.Ordinal)
            .Replace("\"within\": \"P30D\"", "\"within\": \"P30D\", \"keep\": \"P0D\"", StringComparison.Ordinal);
        var read = JurisdictionProfile.Read(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Equal(
            ["$.retention[0].keep", "$.retention[1].within"], read.Problems.Select(it => it.Place).Order());
    }

    static byte[] Shipped()
    {
        using var stream = typeof(JurisdictionProfile).Assembly.GetManifestResourceStream("cn.json")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    static DueErasure Due(string profile, RetentionKind kind, Instant ended) =>
        new EndedReason(new(Guid.Empty), kind, ended).Under(JurisdictionProfile.Find(profile)!)!;

    static Instant At(int year, int month, int day, int hour) =>
        Instant.Of(new(year, month, day, hour, 0, 0, TimeSpan.FromHours(8)));

    static Instant Utc(int year, int month, int day) => Instant.Of(new(year, month, day, 0, 0, 0, TimeSpan.Zero));
}
