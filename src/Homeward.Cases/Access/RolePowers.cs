using static Homeward.Cases.Access.Permission;

namespace Homeward.Cases.Access;

/// <summary>What each role may see and do: docs/guide/access.md is this table for people.</summary>
/// <param name="Fields">The most that it sees of a person.</param>
/// <param name="Permissions">Everything else is denied.</param>
public sealed record RolePowers(FieldClasses Fields, IReadOnlySet<Permission> Permissions)
{
    const FieldClasses ForTheAgencies = FieldClasses.Public | FieldClasses.Internal;
    const FieldClasses WithNames = ForTheAgencies | FieldClasses.Identifying;
    const FieldClasses WithPlacesOfCare = WithNames | FieldClasses.Sensitive;

    static readonly Permission[] Police =
    [
        ReadPeople, ReadCustody, ReadFacilities, ReadRescues, ReadDetentions, ReadInvestigations, ReadRings, ReadRoutes,
        ReadOperations, ReadReports, ReadClocks, ReadBulletins, ReadStatistics, ReadAgencies,
        RecordPerson, MergePeople, RecordRescue, RecordCustody, RecordDetention, LinkParty, RecordInvestigation,
        RecordRing, RecordRoute, RecordOperation, RecordReport, RecordSample, SettleClock, PrintNotice, CountFacts,
        ImportFile,
    ];

    static readonly Permission[] Care =
    [
        ReadPeople, ReadCustody, ReadFacilities, ReadRescues, ReadReports, ReadClocks, ReadBulletins, ReadStatistics,
        ReadAgencies, ReadSamples,
        RecordPerson, RecordCustody, AcceptIntoCare, ManageFacility, RecordSample, RecordReport, SettleClock,
        PrintNotice, ClearParty, CountFacts, ImportFile, EraseGenes, RecordCare,
    ];

    static readonly Permission[] AllReads = [.. Enum.GetValues<Permission>().Where(IsReading)];

    static readonly Dictionary<Role, RolePowers> Table = new()
    {
        // The present place of care is a sensitive field: closed to whoever looks for the child for another reason.
        [Role.Investigator] = Of(WithNames, Police),
        [Role.Commander] = Of(WithNames, Police, [PlanOperation, BreakUpRing, CloseRoute, MergeInvestigations]),
        [Role.Headquarters] = Of(
            WithNames,
            Police,
            [
                PlanOperation, AuthoriseOperation, BreakUpRing, CloseRoute, MergeInvestigations, ClearParty,
                PublishBulletin, ReadSamples, FillDemonstration,
            ]),
        [Role.Caseworker] = Of(WithPlacesOfCare, Care),
        [Role.PanelMember] = Of(
            WithPlacesOfCare,
            [ReadPeople, ReadCustody, ReadFacilities, ReadRescues, ReadReports, ReadAgencies, ReadClocks, ClearParty]),
        [Role.Analyst] = Of(
            ForTheAgencies | FieldClasses.Genetic,
            [ReadSamples, RecordSample, ReadCandidates, ReviewCandidate, ReadAgencies]),
        [Role.Prosecutor] = Of(
            WithNames,
            [
                ReadPeople, ReadInvestigations, ReadRings, ReadRoutes, ReadDetentions, ReadRescues, ReadAgencies,
                ClearParty, RecordInvestigation,
            ]),
        [Role.Liaison] = Of(WithNames, [ReadAgencies, ReadBulletins, AcceptIntoCare]),
        [Role.Statistician] = Of(
            ForTheAgencies, [ReadStatistics, ReadBulletins, PublishBulletin, CountFacts, ReadAgencies]),
        [Role.Administrator] = Of(
            ForTheAgencies,
            [
                ManageAgency, ManageUser, GrantRole, ReadAgencies, ReadGrants, SignCheckpoint, InviteUser, RecoverUser,
                BlockUser,
            ]),
        [Role.Inspector] = Of(WithPlacesOfCare, AllReads),
        [Role.Approver] = Of(ForTheAgencies, [GrantRole, ReadGrants, ReadAgencies, RecoverUser]),
    };

    public static RolePowers Of(Role role) => Table[role];

    /// <summary>Whether a role sees or changes anything of a case. The others run the installation.</summary>
    public static bool IsOfCases(Role role) => role is not (Role.Administrator or Role.Approver);

    public static bool IsReading(Permission permission) =>
        permission.ToString().StartsWith("Read", StringComparison.Ordinal);

    static RolePowers Of(FieldClasses fields, params Permission[][] permissions) =>
        new(fields, permissions.SelectMany(it => it).ToHashSet());
}
