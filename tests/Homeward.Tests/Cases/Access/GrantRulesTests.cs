using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Access;

public sealed class GrantRulesTests
{
    static readonly UserId Admin = User(1);
    static readonly UserId Approver = User(2);
    static readonly UserId Officer = User(3);
    static readonly AgencyId Police = new(new Guid(4, 0, 0, new byte[8]));
    static readonly AgencyId Welfare = new(new Guid(5, 0, 0, new byte[8]));
    static readonly RegionCode Country = new("CN");

    [Fact]
    public void An_approver_gives_the_roles_of_his_agency() =>
        Assert.True(Check(Of(Officer, Role.Investigator, Approver)).IsAllowed);

    [Fact]
    public void Nobody_gives_a_role_to_himself() =>
        Assert.IsType<GrantRefusal.ToOneself>(Check(Of(Approver, Role.Investigator, Approver)).Refusal);

    [Fact]
    public void An_administrator_gives_no_role_in_cases() =>
        Assert.Equal(
            new GrantRefusal.NotTheGiver(Role.Approver), Check(Of(Officer, Role.Investigator, Admin)).Refusal);

    [Fact]
    public void An_approver_makes_no_approver() =>
        Assert.Equal(
            new GrantRefusal.NotTheGiver(Role.Administrator), Check(Of(Officer, Role.Approver, Approver)).Refusal);

    [Fact]
    public void The_approver_of_another_agency_gives_nothing() =>
        Assert.IsType<GrantRefusal.NotTheGiver>(
            Check(Of(Officer, Role.Investigator, Approver) with { Agency = Welfare }, receiverIsOf: Welfare).Refusal);

    [Fact]
    public void A_role_is_in_the_receivers_own_agency() =>
        Assert.IsType<GrantRefusal.OtherAgency>(
            Check(Of(Officer, Role.Investigator, Approver), receiverIsOf: Welfare).Refusal);

    [Theory]
    [InlineData(Role.Administrator)]
    [InlineData(Role.Approver)]
    public void Whoever_runs_the_installation_gets_no_role_in_cases(Role has) =>
        Assert.IsType<GrantRefusal.BothKinds>(
            Check(Of(Officer, Role.Investigator, Approver), receivers: [Of(Officer, has, Admin)]).Refusal);

    [Fact]
    public void Whoever_has_a_role_in_cases_does_not_come_to_run_the_installation() =>
        Assert.IsType<GrantRefusal.BothKinds>(
            Check(Of(Officer, Role.Administrator, Admin), receivers: [Of(Officer, Role.Caseworker, Approver)]).Refusal);

    [Fact]
    public void A_grant_of_more_than_two_years_or_of_no_time_is_refused()
    {
        var grant = Of(Officer, Role.Investigator, Approver);

        Assert.IsType<GrantRefusal.TooLong>(
            Check(grant with { Until = grant.Since + GrantRules.Longest + TimeSpan.FromMicroseconds(1) }).Refusal);
        Assert.IsType<GrantRefusal.TooLong>(Check(grant with { Until = grant.Since }).Refusal);
        Assert.True(Check(grant with { Until = grant.Since + GrantRules.Longest }).IsAllowed);
    }

    [Fact]
    public void A_giver_whose_own_grant_is_over_gives_nothing()
    {
        var grant = Of(Officer, Role.Investigator, Approver) with { Since = new(1000), Until = new(1001) };

        Assert.IsType<GrantRefusal.NotTheGiver>(Check(grant).Refusal);
    }

    [Fact]
    public void Nobody_gives_a_role_for_more_than_his_own_region()
    {
        var grant = Of(Officer, Role.Investigator, Approver) with { Region = new("440000") };
        Grant[] givers = [Of(Approver, Role.Approver, Admin) with { Region = new("440100") }];

        Assert.True(Check(grant).IsAllowed);
        Assert.IsType<GrantRefusal.LargerRegion>(
            GrantRules.Check(grant, [grant.Region, Country], givers, [], Police).Refusal);
    }

    /// <summary>Administrator of the police is Admin, its approver is Approver, both from 0 to 1000.</summary>
    static Homeward.Genetics.Primitives.Outcome<Grant> Check(
        Grant grant, AgencyId? receiverIsOf = null, IReadOnlyList<Grant>? receivers = null) =>
        GrantRules.Check(
            grant,
            grant.Region == Country ? [Country] : [grant.Region, Country],
            [Of(Admin, Role.Administrator, null), Of(Approver, Role.Approver, Admin)],
            receivers ?? [],
            receiverIsOf ?? Police);

    static Grant Of(UserId user, Role role, UserId? by) => new()
    {
        Id = default,
        User = user,
        Role = role,
        Agency = Police,
        Region = Country,
        Since = new Instant(0),
        Until = new Instant(1000),
        GrantedBy = by,
    };

    static UserId User(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
