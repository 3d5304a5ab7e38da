using CsCheck;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Jurisdictions;

public sealed class AgeRuleTests
{
    static readonly AgeRule Criminal = JurisdictionProfile.China.AgeRule("CN-criminal")!;
    static readonly AgeRule Un = JurisdictionProfile.China.AgeRule("UN")!;
    static readonly DateOnly Rescue = new(2011, 7, 20);

    [Fact]
    public void A_girl_of_15_is_a_woman_under_one_rule_and_a_child_under_the_other()
    {
        var birth = Born("1996-03-01");

        Assert.Equal(AgeClass.Woman, Criminal.ClassOf(Sex.Female, birth, Rescue));
        Assert.Equal(AgeClass.Child, Un.ClassOf(Sex.Female, birth, Rescue));
    }

    [Theory]
    [InlineData("1997-07-21", AgeClass.Child)]         // 14 tomorrow
    [InlineData("1997-07-20", AgeClass.Child)]         // 14 today: counted from tomorrow (Fa Shi [2006] 1, article 2)
    [InlineData("1997-07-19", AgeClass.Man)]
    public void Under_Chinese_criminal_law_14_counts_from_the_day_after_the_birthday(string birth, AgeClass expected) =>
        Assert.Equal(expected, Criminal.ClassOf(Sex.Male, Born(birth), Rescue));

    [Theory]
    [InlineData("1993-07-21", AgeClass.Child)]
    [InlineData("1993-07-20", AgeClass.Woman)]         // 18 today
    public void Under_the_convention_18_counts_from_the_birthday(string birth, AgeClass expected) =>
        Assert.Equal(expected, Un.ClassOf(Sex.Female, Born(birth), Rescue));

    [Fact]
    public void Unknown_is_not_no()
    {
        var straddles = new DayInterval(new(1996, 1, 1), new(1998, 12, 31));

        Assert.Equal(AgeClass.NotDetermined, Criminal.ClassOf(Sex.Female, straddles, Rescue));
        Assert.Equal(AgeClass.Child, Un.ClassOf(Sex.Female, straddles, Rescue));
        Assert.Equal(AgeClass.NotDetermined, Un.ClassOf(Sex.Female, DayInterval.Unknown, Rescue));
        Assert.Equal(AgeClass.NotDetermined, Un.ClassOf(Sex.Female, new(null, new(2005, 1, 1)), Rescue));
        Assert.Equal(AgeClass.Child, Un.ClassOf(Sex.Female, new(new(2005, 1, 1), null), Rescue));
        Assert.Equal(AgeClass.Woman, Un.ClassOf(Sex.Female, new(null, new(1980, 1, 1)), Rescue));
        Assert.Equal(AgeClass.NotDetermined, Criminal.ClassOf(Sex.Unknown, Born("1980-01-01"), Rescue));
        Assert.Equal(AgeClass.Child, Criminal.ClassOf(Sex.Unknown, Born("2011-03-20"), Rescue));
    }

    [Fact]
    public void A_class_is_given_only_when_every_day_of_birth_gives_it() =>
        Gen.Select(Gen.Enum<Sex>(), Gen.Int[0, 9000], Gen.Int[0, 800], Gen.Int[0, 9000], Gen.Bool)
            .Sample((sex, first, width, later, isCriminal) =>
            {
                var rule = isCriminal ? Criminal : Un;
                var earliest = new DateOnly(1985, 1, 1).AddDays(first);
                var birth = new DayInterval(earliest, earliest.AddDays(width));
                var day = earliest.AddDays(width + later);
                var classes = Enumerable.Range(0, width + 1)
                    .Select(it => ByHand(rule, sex, earliest.AddDays(it), day)).Distinct().ToArray();

                var expected = classes.Length == 1 ? classes[0] : AgeClass.NotDetermined;
                Assert.Equal(expected, rule.ClassOf(sex, birth, day));
            });

    /// <summary>The rules as their laws say them, by the birthday itself.</summary>
    static AgeClass ByHand(AgeRule rule, Sex sex, DateOnly born, DateOnly day)
    {
        var years = rule.Code == "UN" ? 18 : 14;
        var isLeapDay = born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(born.Year + years);
        var birthday = isLeapDay
            ? new DateOnly(born.Year + years, 3, 1)
            : new DateOnly(born.Year + years, born.Month, born.Day);
        var isChild = rule.Code == "UN" ? day < birthday : day <= birthday;
        if (isChild) return AgeClass.Child;
        return sex == Sex.Female ? AgeClass.Woman : sex == Sex.Male ? AgeClass.Man : AgeClass.NotDetermined;
    }

    static DayInterval Born(string day) => DayInterval.On(DateOnly.ParseExact(day, "yyyy-MM-dd"));
}
