using System.Security.Cryptography;
using Homeward.Cases.Samples;
using Homeward.Cases.Time;
using Homeward.Storage.Genes;

namespace Homeward.Tests.Storage.Genes;

public abstract class DonorErasureContract(GeneTestDatabase database)
{
    static readonly Ids Ids = new(TimeProvider.System);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_erased_donor_is_searched_and_read_no_more_and_everybody_else_is()
    {
        var (mine, again, others) = (Of(), Of(), Of());
        again = again with { Donor = mine.Donor };
        await AcceptAsync(mine, again, others);
        var version = database.Genes.Version();

        Assert.Equal([mine.Donor], await EraseAsync(mine.Donor));

        Assert.Equal(version + 2, database.Genes.Version());
        var live = database.Genes.Live(ProfileKind.Unidentified).Select(it => it.Accession).ToList();
        Assert.Contains(others.Accession, live);
        Assert.DoesNotContain(mine.Accession, live);
        Assert.DoesNotContain(again.Accession, live);
        Assert.Equal(
            [others.Accession],
            (await database.Session.ReadAsync([mine.Accession, again.Accession, others.Accession], Cancel))
                .Select(it => it.Accession));
        Assert.Equal(mine.Donor, new DonorErasure(database.Genes).DonorOf(again.Accession));
    }

    [Fact]
    public async Task What_was_erased_stays_erased_and_is_erased_once()
    {
        var mine = Of();
        await AcceptAsync(mine);
        await EraseAsync(mine.Donor);

        Assert.Empty(await EraseAsync(mine.Donor));
        await using var batch = await database.Session.AcceptAsync(Cancel);
        Assert.Equal(AcceptanceResult.DonorErased, batch.Add(mine with { Accession = AccessionNumber.Draw() }));
    }

    /// <summary>Whoever has every database of before, and the keys of today, has nothing.</summary>
    [Fact]
    public async Task A_copy_of_the_databases_from_before_cannot_yield_an_erased_genotype()
    {
        var (mine, others) = (Of(), Of());
        await AcceptAsync(mine, others);
        var wrapped = Wrapped(mine.Donor);
        var files = Directory.GetFiles(database.KeyFolder, "genes-epoch-*").ToHashSet();

        await EraseAsync(mine.Donor);

        var now = Directory.GetFiles(database.KeyFolder, "genes-epoch-*");
        Assert.Single(now);
        Assert.Empty(files.Intersect(now));
        using var epoch = new SecretKey(Convert.FromHexString((await File.ReadAllTextAsync(now[0], Cancel)).Trim()));
        for (var number = 1; number <= 20; number++)
            Assert.ThrowsAny<CryptographicException>(
                () => epoch.Open(wrapped, DonorKeys.PlaceOf(mine.Donor, number)));
    }

    [Fact]
    public async Task An_erasure_that_was_cut_off_before_its_commit_is_done_when_asked_again()
    {
        var (mine, others) = (Of(), Of());
        await AcceptAsync(mine, others);
        // What a crash leaves: the next epoch's file is there, and the database does not know of it.
        var present = Directory.GetFiles(database.KeyFolder, "genes-epoch-*").Single();
        var number = int.Parse(Path.GetFileNameWithoutExtension(present)["genes-epoch-".Length..], null);
        database.Keys.Make(number + 1).Dispose();

        Assert.Equal([mine.Donor], await EraseAsync(mine.Donor));

        Assert.Single(await database.Session.ReadAsync([mine.Accession, others.Accession], Cancel));
    }

    [Fact]
    public async Task A_key_file_that_a_crash_left_behind_goes_when_the_database_is_opened()
    {
        var mine = Of();
        await AcceptAsync(mine);
        var old = Directory.GetFiles(database.KeyFolder, "genes-epoch-*").Single();
        var text = await File.ReadAllBytesAsync(old, Cancel);
        await EraseAsync(mine.Donor);
        await File.WriteAllBytesAsync(old, text, Cancel);

        _ = database.OpenAgain();

        Assert.False(File.Exists(old));
    }

    [Fact]
    public async Task The_log_names_whose_genes_were_erased_before_they_are()
    {
        var mine = Of();
        await AcceptAsync(mine);
        await EraseAsync(mine.Donor);

        Assert.Contains(mine.Donor, ErasuresInLog.Of(database.Audit));
    }

    [Fact]
    public async Task Profiles_are_accepted_and_read_while_others_are_erased()
    {
        Acceptance[] all = [.. Enumerable.Range(0, 12).Select(_ => Of())];
        await AcceptAsync(all);

        await Task.WhenAll(
            Task.Run(async () => { foreach (var it in all.Take(6)) await EraseAsync(it.Donor); }, Cancel),
            Task.Run(async () => { for (var i = 0; i < 6; i++) await AcceptAsync(Of()); }, Cancel),
            Task.Run(() => { for (var i = 0; i < 20; i++) _ = database.Genes.Live(ProfileKind.Unidentified).Count(); },
                Cancel));

        Assert.Equal(
            all.Skip(6).Select(it => it.Accession),
            (await database.Session.ReadAsync([.. all.Select(it => it.Accession)], Cancel)).Select(it => it.Accession));
    }

    Task<IReadOnlyList<GeneDonorId>> EraseAsync(GeneDonorId donor) =>
        new DonorErasure(database.Genes).EraseAsync(GeneTestDatabase.Analyst, [donor], Cancel);

    byte[] Wrapped(GeneDonorId donor)
    {
        using var connection = database.Location.ConnectToKeys();
        using var transaction = database.Location.BeginRead(connection);
        using var command = GeneLocation.Prepared(
            transaction, "SELECT wrapped FROM data_key WHERE donor = @donor", "@donor");
        command.Parameters[0].Value = database.Location.IdValue(donor.Value);
        return (byte[])command.ExecuteScalar()!;
    }

    static Acceptance Of() => new()
    {
        Accession = AccessionNumber.Draw(),
        Donor = new(Ids.Next()),
        Kind = ProfileKind.Unidentified,
        Profile = GeneDatabaseContract.Trio,
    };

    async Task AcceptAsync(params Acceptance[] all)
    {
        await using var batch = await database.Session.AcceptAsync(Cancel);
        foreach (var it in all) Assert.Equal(AcceptanceResult.Accepted, batch.Add(it));
        batch.Commit();
    }
}

public sealed class SqliteDonorErasureTests(SqliteGeneTestDatabase database)
    : DonorErasureContract(database), IClassFixture<SqliteGeneTestDatabase>;

public sealed class PostgresDonorErasureTests(PostgresGeneTestDatabase database)
    : DonorErasureContract(database), IClassFixture<PostgresGeneTestDatabase>;
