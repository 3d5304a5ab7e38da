using Homeward.Cases.Investigations;
using static Homeward.Tests.Cases.Operations.MadeUpOperation;

namespace Homeward.Tests.Cases.Investigations;

public sealed class InvestigationRulesTests
{
    static readonly HashSet<string> Known = ["TraffickWomenChildren", "BuyTrafficked"];

    [Fact]
    public void An_investigation_names_an_offence_of_the_profile()
    {
        var facts = Facts(71);

        Assert.IsType<InvestigationRefusal.NoOffence>(InvestigationRules.Open(facts, Known).Refusal);
        Assert.Equal(
            "Littering",
            Assert.IsType<InvestigationRefusal.UnknownOffence>(
                InvestigationRules.Open(With("BuyTrafficked", "Littering"), Known).Refusal).Code);
        Assert.True(InvestigationRules.Open(With("BuyTrafficked"), Known).IsAllowed);

        InvestigationFacts With(params string[] codes) => facts with
        {
            Offences = [.. codes.Select(it =>
                new InvestigationOffence { Investigation = facts.Investigation.Id, Code = it })],
        };
    }

    [Fact]
    public void It_is_solved_reopened_and_solved_again()
    {
        var facts = Facts(71);
        var solved = facts with { Steps = [InvestigationRules.Solve(facts, Solved(10)).Value!] };
        Assert.IsType<InvestigationRefusal.WrongState>(InvestigationRules.Solve(solved, Solved(11)).Refusal);
        var step = InvestigationRules.Reopen(solved, Reopened(20)).Value!;
        var reopened = solved with { Steps = [.. solved.Steps, step] };
        Assert.Equal(new InvestigationState.Open(At(20)), InvestigationState.Of(reopened, At(25)));
        Assert.Equal(new InvestigationState.Solved(At(10)), InvestigationState.Of(reopened, At(15)));
        Assert.True(InvestigationRules.Solve(reopened, Solved(30)).IsAllowed);
        Assert.IsType<InvestigationRefusal.WrongState>(InvestigationRules.Reopen(facts, Reopened(31)).Refusal);
    }

    [Fact]
    public void Three_merge_into_one_and_none_merges_twice()
    {
        InvestigationFacts one = Facts(71), two = Facts(72), three = Facts(73);
        var merged = two with { Steps = [InvestigationRules.Merge(two, one, Merged(72, 71)).Value!] };

        Assert.True(InvestigationRules.Merge(three, one, Merged(73, 71)).IsAllowed);
        Assert.IsType<InvestigationRefusal.WrongState>(
            InvestigationRules.Merge(three, merged, Merged(73, 72)).Refusal);
        Assert.IsType<InvestigationRefusal.WrongState>(
            InvestigationRules.Merge(merged, three, Merged(72, 73)).Refusal);
        Assert.IsType<InvestigationRefusal.MergedIntoItself>(
            InvestigationRules.Merge(one, one, Merged(71, 71)).Refusal);
        Assert.IsType<InvestigationRefusal.WrongState>(InvestigationRules.Solve(merged, Solved(50)).Refusal);
    }

    static InvestigationFacts Facts(int number) => new()
    {
        Investigation = new()
        {
            Id = new(Number(number)),
            Number = $"SYNTHETIC-{number}",
            Lead = Agency,
            By = User(1),
            At = At(0),
        },
    };

    static InvestigationStep.Solved Solved(int hour) =>
        new() { Id = Number(hour), Investigation = new(Number(71)), By = User(1), At = At(hour) };

    static InvestigationStep.Reopened Reopened(int hour) =>
        new() { Id = Number(hour), Investigation = new(Number(71)), By = User(1), At = At(hour), Reason = "appeal" };

    static InvestigationStep.Merged Merged(int number, int into) => new()
    {
        Id = Number(number),
        Investigation = new(Number(number)),
        Into = new(Number(into)),
        By = User(1),
        At = At(40),
    };
}
