using CsCheck;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;

namespace Homeward.Tests.Cases.Access;

public sealed class AccessRulesTests
{
    static readonly AgencyId[] Agencies = [new(new Guid(1, 0, 0, new byte[8])), new(new Guid(2, 0, 0, new byte[8]))];
    static readonly Guid[] Operations = [new(7, 0, 0, new byte[8]), new(8, 0, 0, new byte[8])];
    static readonly UserId Somebody = new(new Guid(3, 0, 0, new byte[8]));

    /// <summary>Two provinces with a city each.</summary>
    static readonly Dictionary<string, string?> Above = new()
    {
        ["CN"] = null,
        ["440000"] = "CN",
        ["440100"] = "440000",
        ["450000"] = "CN",
        ["450100"] = "450000",
    };

    static readonly Gen<Grant> AnyGrant = Gen.Select(
        Gen.Enum<Role>(), Gen.Int[0, 1], Gen.Int[0, 4].Select(it => Above.Keys.ElementAt(it)), Gen.Int[0, 5],
        Gen.Int[0, 10], Gen.Int[1, 10],
        (role, agency, region, compartment, from, length) => new Grant
        {
            Id = default,
            User = Somebody,
            Role = role,
            Agency = Agencies[agency],
            Region = new(region),
            Compartment = compartment < 2 ? Operations[compartment] : null,
            Since = new(from),
            Until = new(from + length),
            GrantedBy = null,
        });

    static readonly Gen<(Permission What, FieldClasses Fields, string? Region)> AnyWish = Gen.Select(
        Gen.Enum<Permission>(), Gen.Int[0, 31], Gen.Int[0, 5].Select(it => it == 5 ? null : Above.Keys.ElementAt(it)),
        (what, fields, region) => (what, (FieldClasses)fields, region));

    /// <summary>Held to a loop over the tables of the guide, written without a look at the rules.</summary>
    [Fact]
    public void Nobody_is_admitted_beyond_the_tables_and_everybody_within_them() =>
        Gen.Select(AnyGrant.Array[0, 4], AnyWish, Gen.Int[0, 1], Gen.Int[0, 21]).Sample((grants, wish, agency, now) =>
        {
            var allowing = grants.Where(it => Allows(it, Agencies[agency], wish, now)).ToList();

            var outcome = AccessRules.Decide(
                grants, Agencies[agency], new(wish.What, wish.Fields, Upward(wish.Region)), new(now));

            Assert.Equal(allowing.Count > 0, outcome.IsAllowed);
            if (outcome.Value is not { } admission) return;
            Assert.Equal(
                allowing.Where(it => it.Compartment is null).Select(it => it.Region).ToHashSet(), admission.Regions);
            Assert.Equal(
                allowing.Where(it => it.Compartment is not null).Select(it => it.Compartment!.Value).ToHashSet(),
                admission.Compartments);
        }, iter: 20_000);

    [Fact]
    public void The_code_has_the_tables_of_the_guide()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var powers = RolePowers.Of(role);
            foreach (var permission in Enum.GetValues<Permission>())
                Assert.True(AccessTable.Allows(role, permission) == powers.Permissions.Contains(permission),
                    $"{role} {permission}");
            foreach (var field in Enum.GetValues<FieldClasses>().Where(it => it != FieldClasses.None))
                Assert.True(AccessTable.Shows(role, field) == powers.Fields.HasFlag(field), $"{role} {field}");
        }
    }

    [Fact]
    public void Whoever_has_no_grant_is_denied_everything()
    {
        foreach (var permission in Enum.GetValues<Permission>())
            Assert.Equal(
                new AccessRefusal.NotGranted(permission),
                AccessRules.Decide([], Agencies[0], new(permission, FieldClasses.None, []), default).Refusal);
    }

    /// <summary>The rules of DESIGN that a change of the tables must not undo.</summary>
    [Fact]
    public void Roles_that_run_the_installation_reach_no_case_analysts_no_names_and_investigators_no_place_of_care()
    {
        Permission[] ofInstallation =
        [
            Permission.ManageAgency, Permission.ManageUser, Permission.GrantRole, Permission.ReadAgencies,
            Permission.ReadGrants, Permission.SignCheckpoint, Permission.InviteUser, Permission.RecoverUser,
            Permission.BlockUser,
        ];
        foreach (var role in Enum.GetValues<Role>().Where(it => !RolePowers.IsOfCases(it)))
        {
            Assert.Subset(ofInstallation.ToHashSet(), RolePowers.Of(role).Permissions.ToHashSet());
            Assert.Equal(FieldClasses.Public | FieldClasses.Internal, RolePowers.Of(role).Fields);
        }
        Assert.False(RolePowers.Of(Role.Analyst).Fields.HasFlag(FieldClasses.Identifying));
        Assert.DoesNotContain(Permission.ReadPeople, RolePowers.Of(Role.Analyst).Permissions);
        Assert.DoesNotContain(Permission.ReadReports, RolePowers.Of(Role.Analyst).Permissions);
        foreach (var role in new[] { Role.Investigator, Role.Commander, Role.Headquarters, Role.Prosecutor })
            Assert.False(RolePowers.Of(role).Fields.HasFlag(FieldClasses.Sensitive));
        Assert.All(RolePowers.Of(Role.Inspector).Permissions, it => Assert.True(RolePowers.IsReading(it)));
    }

    static bool Allows(
        Grant grant, AgencyId agency, (Permission What, FieldClasses Fields, string? Region) wish, int now)
    {
        if (grant.Agency != agency) return false;
        if (now < grant.Since.Microseconds || now >= grant.Until.Microseconds) return false;
        if (!AccessTable.Allows(grant.Role, wish.What)) return false;
        var reads = wish.What.ToString().StartsWith("Read", StringComparison.Ordinal);
        foreach (var field in Enum.GetValues<FieldClasses>())
            if (reads && field != FieldClasses.None && wish.Fields.HasFlag(field)
                && !AccessTable.Shows(grant.Role, field))
                return false;
        for (var region = wish.Region; region is not null; region = Above[region])
            if (region == grant.Region.Value) return true;
        return wish.Region is null;
    }

    static List<RegionCode> Upward(string? region)
    {
        var codes = new List<RegionCode>();
        for (; region is not null; region = Above[region]) codes.Add(new(region));
        return codes;
    }
}
