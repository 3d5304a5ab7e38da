using System.Text;
using CsCheck;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Audit;

public sealed class AuditTextTests
{
    static readonly Guid User = new("01920000-0000-7000-8000-000000000001");
    static readonly Guid Agency = new("01920000-0000-7000-8000-000000000002");
    static readonly Guid Child = new("01920000-0000-7000-8000-00000000000c");

    /// <summary>Written out by hand: the stored form is a contract with whoever checks a chain without us.</summary>
    [Fact]
    public void An_entry_is_one_line_of_JSON_in_a_fixed_order()
    {
        var entry = new AuditEntry(
            new(new("01920000-0000-7000-8000-00000000000e")),
            AuditNode.Alone,
            7,
            new Instant(1_311_760_800_000_001),
            new()
            {
                Kind = AuditKind.Read,
                What = Permission.ReadPeople,
                Who = new(User),
                Agency = new(Agency),
                Purpose = Purpose.Care,
                Fields = FieldClasses.Internal | FieldClasses.Identifying,
                Subjects = [Child],
            });

        Assert.Equal(
            """
            {"v":1,"node":"alone","number":7,"id":"01920000-0000-7000-8000-00000000000e",
            "when":"2011-07-27T10:00:00.000001Z","kind":"Read","what":"ReadPeople",
            "who":"01920000-0000-7000-8000-000000000001","agency":"01920000-0000-7000-8000-000000000002",
            "purpose":"Care","fields":"Internal, Identifying","subjects":["01920000-0000-7000-8000-00000000000c"]}
            """.ReplaceLineEndings(""),
            Encoding.UTF8.GetString(AuditText.Of(entry)));
    }

    [Fact]
    public void An_entry_comes_back_as_it_went_in() =>
        AuditGen.Entry.Sample(entry =>
        {
            var back = AuditText.Read(AuditText.Of(entry)).Value!;

            Assert.Equal(entry.Record.Subjects, back.Record.Subjects);
            Assert.Equal(entry with { Record = entry.Record with { Subjects = [] } },
                back with { Record = back.Record with { Subjects = [] } });
        });

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"v":2,"node":"alone"}""")]
    [InlineData("""{"v":1,"node":"No such name!","number":1}""")]
    public void What_is_no_entry_is_a_problem_and_no_failure(string text) =>
        Assert.False(AuditText.Read(Encoding.UTF8.GetBytes(text)).IsValid);
}
