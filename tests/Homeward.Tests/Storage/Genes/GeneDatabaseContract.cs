using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Homeward.Cases.Audit;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Genetics.Markers;
using Homeward.Genetics.Profiles;
using Homeward.Storage;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;

namespace Homeward.Tests.Storage.Genes;

public abstract class GeneDatabaseContract(GeneTestDatabase database)
{
    static readonly Ids Ids = new(TimeProvider.System);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Profiles_come_back_as_they_were_accepted()
    {
        var accepted = ProfileCodingTests.GenProfile.Array[20].Single().Select(Of).ToList();
        await AcceptAsync([.. accepted]);

        var read = await database.Session.ReadAsync([.. accepted.Select(it => it.Accession)], Cancel);

        Assert.Equal(accepted.Select(it => it.Accession), read.Select(it => it.Accession));
        Assert.Equal(accepted.Select(it => it.Donor), read.Select(it => it.Donor));
        foreach (var (before, after) in accepted.Zip(read))
        {
            Assert.Equal(ProfileCoding.Encode(before.Profile), ProfileCoding.Encode(after.Profile));
            Assert.Equal(before.Accession.Text, after.Profile.Id);
        }
    }

    [Fact]
    public async Task Numbers_follow_each_other_without_a_gap_in_the_order_of_commits()
    {
        var before = database.Genes.Version();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AcceptAsync(Of(Trio), Of(Trio)))));

        Assert.Equal(before + 16, database.Genes.Version());
        Assert.Equal(database.Genes.Version(), await ScalarAsync("SELECT max(number) FROM profile"));
        Assert.Equal(
            await ScalarAsync("SELECT (SELECT count(*) FROM profile) + (SELECT count(*) FROM withdrawal)"),
            database.Genes.Version());
    }

    [Fact]
    public async Task No_genotype_name_or_marker_stands_in_the_clear()
    {
        var profile = Trio with { Id = "SYNTHETIC-LABEL-77", Unused = Aside };
        await AcceptAsync(Of(profile));

        // The searched bytes would be found: the accession number is.
        Assert.True(IsStored(Encoding.ASCII.GetBytes(await LastAccessionAsync())));
        Assert.False(IsStored("SYNTHETIC-LABEL-77"u8));
        Assert.False(IsStored("91.9/92.9/93.9"u8));
        Assert.False(IsStored("TH01"u8));
        Assert.False(IsStored(ProfileCoding.Encode(profile).AsSpan()[..20]));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_something_else_under_the_same_number_is_refused()
    {
        var first = Of(Trio);
        await AcceptAsync(first);
        var version = database.Genes.Version();

        await using (var batch = await database.Session.AcceptAsync(Cancel))
        {
            Assert.Equal(AcceptanceResult.AlreadyThere, batch.Add(first with { Profile = Trio with { Id = "other" } }));
            Assert.Equal(AcceptanceResult.Contradicts, batch.Add(first with { Profile = Trio with { DropOut = 0.1 } }));
            Assert.Equal(AcceptanceResult.Contradicts, batch.Add(first with { Kind = ProfileKind.Staff }));
            Assert.Equal(AcceptanceResult.Contradicts, batch.Add(first with { Donor = new(Ids.Next()) }));
            batch.Commit();
        }

        Assert.Equal(version, database.Genes.Version());
    }

    [Fact]
    public async Task What_is_not_committed_never_was_and_the_log_says_so()
    {
        var (kept, dropped) = (Of(Trio), Of(Trio));
        await AcceptAsync(kept);
        var version = database.Genes.Version();
        var failures = Entries(AuditKind.Failed);

        await using (var batch = await database.Session.AcceptAsync(Cancel)) batch.Add(dropped);

        Assert.Equal(version, database.Genes.Version());
        Assert.Empty(await database.Session.ReadAsync([dropped.Accession], Cancel));
        Assert.Equal(failures + 1, Entries(AuditKind.Failed));
    }

    [Fact]
    public async Task A_read_is_in_the_log_with_the_donors_it_handed_out()
    {
        var mine = Of(Trio);
        await AcceptAsync(mine);
        await database.Session.ReadAsync([mine.Accession], Cancel);

        using var connection = database.Audit.ConnectToRead();
        using var transaction = database.Audit.BeginRead(connection);
        var last = new AuditReader(database.Audit, transaction).Entries()
            .Select(it => AuditText.Read(it.Text).Value!.Record)
            .Where(it => it.Subjects.Contains(mine.Donor.Value));
        Assert.Equal(AuditKind.Read, Assert.Single(last).Kind);
    }

    [Fact]
    public async Task A_better_typing_and_a_withdrawal_take_a_profile_out_of_what_is_searched()
    {
        var (first, other) = (Of(Trio), Of(Trio));
        var better = first with { Accession = AccessionNumber.Draw(), Supersedes = first.Accession };
        await AcceptAsync(first, other);
        Assert.Superset(new HashSet<AccessionNumber>([first.Accession, other.Accession]), Live().ToHashSet());

        await AcceptAsync(better);
        Assert.DoesNotContain(first.Accession, Live());
        Assert.Contains(better.Accession, Live());

        Assert.True(await database.Session.WithdrawAsync(other.Accession, WithdrawalReason.Consent, Cancel));
        Assert.False(await database.Session.WithdrawAsync(other.Accession, WithdrawalReason.Consent, Cancel));
        Assert.DoesNotContain(other.Accession, Live());
    }

    [Fact]
    public async Task A_row_moved_to_another_number_or_donor_does_not_open()
    {
        var mine = Of(Trio);
        await AcceptAsync(mine);
        using var keys = new DonorKeys(database.Location, database.Keys, writes: false);
        using var key = keys.Find(mine.Donor)!;
        var box = SealedProfile.Of(mine, key).Box;

        Assert.NotNull(SealedProfile.Open(box, mine.Accession, mine.Donor, key));
        Assert.ThrowsAny<CryptographicException>(
            () => SealedProfile.Open(box, AccessionNumber.Draw(), mine.Donor, key));
        Assert.ThrowsAny<CryptographicException>(
            () => SealedProfile.Open(box, mine.Accession, new(Ids.Next()), key));
    }

    [Fact]
    public async Task Without_the_donors_key_nothing_is_left_of_a_profile_and_the_key_does_not_come_back()
    {
        var (mine, others) = (Of(Trio), Of(Trio));
        await AcceptAsync(mine, others);
        using (var connection = database.Raw("keys"))
        {
            Run(connection, $"INSERT INTO erasure (donor, erased_at) VALUES ({Literal(mine.Donor)}, 1)");
            Assert.ThrowsAny<DbException>(() => Run(
                connection,
                $"INSERT INTO data_key SELECT {Literal(mine.Donor)}, epoch, wrapped FROM data_key "
                + $"WHERE donor = {Literal(others.Donor)}"));
        }

        Assert.Equal(
            [others.Accession],
            (await database.Session.ReadAsync([mine.Accession, others.Accession], Cancel)).Select(it => it.Accession));
        Assert.DoesNotContain(mine.Accession, Live());
        await using var batch = await database.Session.AcceptAsync(Cancel);
        Assert.Equal(AcceptanceResult.DonorErased, batch.Add(mine with { Accession = AccessionNumber.Draw() }));
    }

    [Theory]
    [InlineData("genes", "UPDATE profile SET kind = 'Staff'")]
    [InlineData("genes", "DELETE FROM profile")]
    [InlineData("genes", "INSERT INTO profile SELECT * FROM profile WHERE number = 1")]
    [InlineData("genes", "INSERT INTO profile SELECT number + 1000000, 'ABCDEFGHJKM', donor, kind, sealed, "
        + "fingerprint, supersedes, entry, accepted_at FROM profile WHERE number = 1")]
    [InlineData("genes", "INSERT INTO profile SELECT 1 + (SELECT number FROM version), 'ABCDEFGHJKM', donor, "
        + "'Suspect', sealed, fingerprint, supersedes, entry, accepted_at FROM profile WHERE number = 1")]
    [InlineData("genes", "DELETE FROM withdrawal")]
    [InlineData("genes", "UPDATE withdrawal SET reason = 'Erased'")]
    [InlineData("keys", "DELETE FROM data_key")]
    [InlineData("keys", "UPDATE data_key SET epoch = 7")]
    [InlineData("keys", "INSERT INTO epoch VALUES (7, 1)")]
    [InlineData("keys", "DELETE FROM epoch")]
    public async Task Rows_stay_whoever_writes(string where, string attack)
    {
        var withdrawn = Of(Trio);
        await AcceptAsync(withdrawn);
        await database.Session.WithdrawAsync(withdrawn.Accession, WithdrawalReason.WrongSample, Cancel);
        using var connection = database.Raw(where);

        Assert.ThrowsAny<DbException>(() => Run(connection, attack));
    }

    [Fact]
    public async Task Kill_9_in_the_middle_of_a_file_leaves_nothing_of_it_and_all_that_was_acknowledged()
    {
        var acknowledged = Of(Trio);
        await AcceptAsync(acknowledged);
        Acceptance[] lost = [.. Enumerable.Range(0, 200).Select(_ => Of(Trio))];
        var batch = await database.Session.AcceptAsync(Cancel);
        foreach (var it in lost) batch.Add(it);

        var after = database.Open(database.AfterACrash());

        var session = after.For(GeneTestDatabase.Analyst, Purpose.Identification);
        Assert.Single(await session.ReadAsync([acknowledged.Accession], Cancel));
        Assert.Empty(await session.ReadAsync([.. lost.Select(it => it.Accession)], Cancel));
        await GiveUpAsync(batch);
        // The same file again is accepted whole.
        await using var again = await session.AcceptAsync(Cancel);
        Assert.All(lost, it => Assert.Equal(AcceptanceResult.Accepted, again.Add(it)));
        again.Commit();
    }

    [Fact]
    public async Task Keys_that_came_before_a_crash_are_used_afterwards()
    {
        var mine = Of(Trio);
        string drawn;
        using (var keys = new DonorKeys(database.Location, database.Keys, writes: true))
        {
            using var key = keys.FindOrDraw(mine.Donor)!;
            drawn = key.ToHex();
            keys.Commit();
        }

        await AcceptAsync(mine);

        using var later = new DonorKeys(database.Location, database.Keys, writes: false);
        using var found = later.Find(mine.Donor)!;
        Assert.Equal(drawn, found.ToHex());
        Assert.Single(await database.Session.ReadAsync([mine.Accession], Cancel));
    }

    [Fact]
    public void A_database_whose_rules_were_changed_is_not_served()
    {
        _ = database.Genes;
        using var connection = database.Owner("keys");
        Run(connection, "CREATE VIEW copied AS SELECT * FROM data_key");
        try
        {
            Assert.Throws<ChangedSchemaException>(() => database.OpenAgain());
        }
        finally
        {
            Run(connection, "DROP VIEW copied");
        }
        Assert.NotNull(database.OpenAgain());
    }

    bool IsStored(ReadOnlySpan<byte> bytes) => database.AllBytesOfGenes().AsSpan().IndexOf(bytes) >= 0;

    /// <summary>The literal of a donor in SQL.</summary>
    protected abstract string Literal(GeneDonorId donor);

    internal static Profile Trio { get; } = new("S1", new Dictionary<string, Genotype>
    {
        ["TH01"] = new(Allele.Repeats(9, 3), Allele.Repeats(6)),
        ["D3S1358"] = new(Allele.Repeats(15), Allele.Repeats(17)),
        ["AMEL"] = new(Allele.X, Allele.Y),
        ["vWA"] = Genotype.OneKnown(Allele.Repeats(14)),
    });

    static readonly Dictionary<string, string> Aside = new() { ["FGA"] = "91.9/92.9/93.9" };

    static Acceptance Of(Profile profile) => new()
    {
        Accession = AccessionNumber.Draw(),
        Donor = new(Ids.Next()),
        Kind = ProfileKind.Unidentified,
        Profile = profile,
    };

    async Task AcceptAsync(params Acceptance[] all)
    {
        await using var batch = await database.Session.AcceptAsync(Cancel);
        foreach (var it in all) Assert.Equal(AcceptanceResult.Accepted, batch.Add(it));
        batch.Commit();
    }

    List<AccessionNumber> Live() => [.. database.Genes.Live(ProfileKind.Unidentified).Select(it => it.Accession)];

    async Task<string> LastAccessionAsync()
    {
        using var connection = database.Raw("genes");
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT accession FROM profile ORDER BY number DESC LIMIT 1";
        return (string)(await command.ExecuteScalarAsync(Cancel))!;
    }

    async Task<long> ScalarAsync(string sql)
    {
        using var connection = database.Raw("genes");
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancel), null);
    }

    int Entries(AuditKind kind)
    {
        using var connection = database.Audit.ConnectToRead();
        using var transaction = database.Audit.BeginRead(connection);
        return new AuditReader(database.Audit, transaction).Entries()
            .Count(it => AuditText.Read(it.Text).Value!.Record.Kind == kind);
    }

    static void Run(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>What a dead process would not do; its connection may be gone.</summary>
    static async Task GiveUpAsync(AcceptanceBatch batch)
    {
        try
        {
            await batch.DisposeAsync();
        }
        catch (DbException)
        {
            // The server ended the connection.
        }
    }
}

public sealed class SqliteGeneDatabaseTests(SqliteGeneTestDatabase database)
    : GeneDatabaseContract(database), IClassFixture<SqliteGeneTestDatabase>
{
    protected override string Literal(GeneDonorId donor) => $"x'{donor.Value:N}'";
}

public sealed class PostgresGeneDatabaseTests(PostgresGeneTestDatabase database)
    : GeneDatabaseContract(database), IClassFixture<PostgresGeneTestDatabase>
{
    protected override string Literal(GeneDonorId donor) => $"'{donor.Value}'::uuid";
}
