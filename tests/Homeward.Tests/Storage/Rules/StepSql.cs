using Homeward.Cases.Agencies;
using Homeward.Cases.Bulletins;
using Homeward.Cases.Consents;
using Homeward.Cases.Investigations;
using Homeward.Cases.Jurisdictions;
using Homeward.Cases.People;
using Homeward.Cases.Samples;
using static Homeward.Tests.Storage.Databases.MadeUpState;
using static Homeward.Tests.Storage.Rules.RawSql;

namespace Homeward.Tests.Storage.Rules;

/// <summary>Single steps as somebody would type them past the application.</summary>
static class StepSql
{
    public static string Confirmation(Clearing clearing, User by) => Insert(
        "clearing_confirmations",
        ("clearing_id", clearing.Id), ("by_id", by.Id), ("agency_id", by.Agency), ("at", 1L));

    /// <summary>The first event of the clock of a placement.</summary>
    /// <param name="child">Whose.</param>
    /// <param name="change">What happened to it.</param>
    /// <param name="more">The column that such an event fills, and its value.</param>
    public static string EventSql(PersonId child, ClockChange change, string more)
    {
        var (column, value) = (more.Split(", ")[0], more.Split(", ")[1]);
        return $"INSERT INTO clock_events (clock_id, number, change, at, recorded, entry_id, {column}) "
            + $"SELECT id, 1, '{change}', recorded + 1, recorded + 1, entry_id, {value} FROM clocks "
            + $"WHERE subject_id = {Literal(child)} AND kind = '{ClockKind.Placement}'";
    }

    public static string PublicationSql(BulletinCount count) => Insert(
        "bulletin_publications",
        ("bulletin_id", count.Bulletin), ("count_id", count.Id), ("by_id", SecondOfficer.Id), ("at", 1L));

    /// <summary>Counted once more, to the same line.</summary>
    public static string CountSql(BulletinCount count) => Insert(
        "bulletin_counts",
        ("id", Guid.CreateVersion7()),
        ("bulletin_id", count.Bulletin),
        ("last_line", count.LastLine),
        ("json", "{}"),
        ("digest", BulletinCount.DigestOf("{}")),
        ("by_id", Officer.Id),
        ("at", count.At.Microseconds + 1));

    public static string TextSql(BulletinCount count) =>
        Insert("bulletin_texts", ("count_id", count.Id), ("language", "fr"), ("html", "x"));

    public static string ApprovalSql(BulletinCount count, User by) =>
        Insert("bulletin_approvals", ("count_id", count.Id), ("by_id", by.Id), ("at", 1L));

    public static string WithdrawalSql(ConsentId consent) =>
        Insert("consent_withdrawals", ("consent_id", consent), ("by_id", Officer.Id), ("at", 1L));

    public static string ActivationSql((Guid Family, Guid Gene) family) => Insert(
        "family_steps",
        ("family_id", family.Family), ("ordinal", 1L), ("kind", "Activated"), ("by_id", Officer.Id), ("at", 1L));

    public static string VersionSql((Guid Family, Guid Gene) family) => Insert(
        "family_versions",
        ("gene_family_id", family.Gene), ("version", 1L), ("body", "{}"), ("is_released", false), ("at", 1L));

    /// <summary>The next one.</summary>
    public static string CandidateSql(AccessionNumber child, Guid family) =>
        "INSERT INTO candidates (number, child, family_id, member, log10, evidence, version, at, entry_id) "
        + $"SELECT coalesce(max(number), 0) + 1, {Literal(child.Text)}, {Literal(family)}, 'x', 9.5, "
        + $"'{new string('0', 64)}', 1, 1, {Literal(Guid.CreateVersion7())} FROM candidates";

    public static string ProposalSql(AccessionNumber child) =>
        "INSERT INTO match_proposals (id, candidate, by_id, at, entry_id) "
        + $"SELECT {Literal(Guid.CreateVersion7())}, number, {Literal(Analyst.Id)}, 1, "
        + $"{Literal(Guid.CreateVersion7())} FROM candidates WHERE child = {Literal(child.Text)}";
}
