using System.Data.Common;
using System.Globalization;
using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Statistics;
using Homeward.Storage.Statistics;
using Homeward.Tests.Storage.Databases;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Tests.Storage.Statistics;

/// <summary>Rule 9, through the application, past it, and in a race.</summary>
public abstract class LedgerContract(TestDatabase database)
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected TestDatabase Database { get; } = database;

    LedgerStore Store => new(Database.As(MadeUpState.Officer));

    [Fact]
    public async Task A_line_comes_back_as_it_went_in_and_counting_again_adds_nothing()
    {
        var key = CountKey.OfPerson(new(Guid.CreateVersion7()));
        var what = What(20) with
        {
            Operation = new(Guid.CreateVersion7()),
            Sex = Sex.Female,
            Birth = new(new(1996, 1, 1), null),
            Citizenship = "VNM",
            Offence = "BuyTrafficked",
            Route = Homeward.Cases.Routes.RouteKind.Local,
            Strength = 7,
        };

        var first = MadeUpState.Allowed(await BookAsync(new Tally(key, what, CountReason.Recorded)));
        var again = MadeUpState.Allowed(await BookAsync(new Tally(key, what, CountReason.Recorded)));

        var line = Assert.Single(await Store.LinesAsync(key, Cancel));
        Assert.Equal(what, line.What);
        Assert.Equal((key, 1, 1, CountReason.Recorded), (line.Key, line.Ordinal, line.Delta, line.Reason));
        Assert.Equal(first, again);
    }

    [Fact]
    public async Task One_act_may_undo_and_count_anew()
    {
        var key = CountKey.OfRescue(Guid.CreateVersion7());
        await BookAsync(new Tally(key, What(20), CountReason.Recorded));

        MadeUpState.Allowed(await BookAsync(
            new Tally(key, What(21), CountReason.Corrected), new Tally(key, null, CountReason.Withdrawn)));

        Assert.Equal([1, -1, 1, -1], (await Store.LinesAsync(key, Cancel)).Select(it => it.Delta));
    }

    [Fact]
    public async Task Lines_are_numbered_without_a_gap()
    {
        for (var number = 0; number < 20; number++)
            MadeUpState.Allowed(await BookAsync(
                new Tally(CountKey.OfRescue(Guid.CreateVersion7()), What(20), CountReason.Recorded)));

        await using var connection = await Database.RawAsync();
        var counted = await ScalarAsync(connection, "SELECT count(*) - max(number) + min(number) FROM count_entries");
        Assert.Equal(1L, counted);
    }

    public static TheoryData<string, string> Attacks => new()
    {
        { "counts a counted key again", RawLine.Sql(ordinal: 3, delta: 1) },
        { "counts twice under one ordinal", RawLine.Sql(ordinal: 1, delta: 1) },
        { "undoes what is not there", RawLine.Sql(ordinal: 2, delta: -1, subject: RawLine.Other) },
        { "begins in the middle", RawLine.Sql(ordinal: 5, delta: 1, subject: RawLine.Other) },
        { "begins before the beginning", RawLine.Sql(ordinal: 0, delta: -1, subject: RawLine.Other) },
        { "begins below zero", RawLine.Sql(ordinal: -1, delta: 1, subject: RawLine.Other) },
        { "counts double", RawLine.Sql(ordinal: 1, delta: 2, subject: RawLine.Other) },
        { "counts nothing", RawLine.Sql(ordinal: 1, delta: 0, subject: RawLine.Other) },
        { "undoes with a plus", RawLine.Sql(ordinal: 2, delta: 1) },
        { "undoes on another day", RawLine.Sql(ordinal: 2, delta: -1, day: "2011-07-21") },
        { "undoes elsewhere", RawLine.Sql(ordinal: 2, delta: -1, lead: "440000") },
        { "undoes for another sex", RawLine.Sql(ordinal: 2, delta: -1, sex: "'Female'") },
        {
            "spells the key another way",
            RawLine.Sql(ordinal: 1, delta: 1, subject: RawLine.Subject.ToUpperInvariant())
        },
        { "has no subject", RawLine.Sql(ordinal: 1, delta: 1, subject: "") },
        { "invents a metric", RawLine.Sql(ordinal: 1, delta: 1, metric: "Medals") },
        { "changes a line", "UPDATE count_entries SET delta = 5" },
        { "moves a line in time", "UPDATE count_entries SET recorded = 0" },
        { "removes a line", "DELETE FROM count_entries" },
        {
            "writes over a line by upsert",
            RawLine.Sql(ordinal: 1, delta: 1)
            + " ON CONFLICT (subject, metric, version, ordinal) DO UPDATE SET recorded = 0"
        },
    };

    [Theory, MemberData(nameof(Attacks))]
    public async Task What_would_count_twice_is_refused_past_the_application(string attack, string sql)
    {
        await BookAsync(new Tally(RawLine.Key, What(20), CountReason.Recorded));
        await using var connection = await Database.RawAsync();

        var refused = await Assert.ThrowsAnyAsync<DbException>(() => ExecuteAsync(connection, sql));

        Assert.True(refused.Message.Length > 0, attack);
        Assert.Single(await Store.LinesAsync(RawLine.Key, Cancel));
    }

    [Fact]
    public async Task A_right_line_is_accepted_past_the_application()
    {
        await BookAsync(new Tally(RawLine.Key, What(20), CountReason.Recorded));
        await using var connection = await Database.RawAsync();
        await using var transaction = await connection.BeginTransactionAsync(Cancel);

        Assert.Equal(1, await ExecuteAsync(connection, RawLine.Sql(ordinal: 2, delta: -1), transaction));
        var anew = RawLine.Sql(ordinal: 3, delta: 1, day: "2011-07-30");
        Assert.Equal(1, await ExecuteAsync(connection, anew, transaction));
    }

    [Fact]
    public async Task No_random_command_brings_the_ledger_into_a_wrong_state()
    {
        const int seed = 20110727;
        _ = Database.Cases;
        await using var connection = await Database.RawAsync();

        var accepted = await LedgerAttack.RunAsync(connection, seed, Cancel);

        Assert.True(accepted > 40, $"only {accepted} commands were right: the attack tries nothing");
        await using var context = Database.Location.NewContext();
        LedgerAttack.Holds(
            await context.Set<CountEntry>().AsNoTracking().OrderBy(it => it.Number).ToListAsync(Cancel), seed);
    }

    protected Task<Homeward.Genetics.Primitives.Outcome<LedgerHead>> BookAsync(params Tally[] tallies) =>
        Store.BookAsync(tallies, Cancel);

    protected static Counted What(int day) =>
        new() { OccurredOn = new(2011, 7, day), Lead = new RegionCode("130000") };

    protected static async Task<int> ExecuteAsync(
        DbConnection connection, string sql, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(Cancel);
    }

    protected static async Task<long> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(Cancel), CultureInfo.InvariantCulture);
    }
}
