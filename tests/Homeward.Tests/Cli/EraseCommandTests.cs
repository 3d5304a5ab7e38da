using Homeward.Cases.Audit;
using Homeward.Cases.Photos;
using Homeward.Cli.Inputs;
using Homeward.Storage.Photos;
using Microsoft.Data.Sqlite;

namespace Homeward.Tests.Cli;

/// <summary>A person's photos through backup, erasure and restore.</summary>
public sealed class EraseCommandTests : IAsyncLifetime
{
    readonly TemporaryFolder _folder = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    DataFolder Data => new(_folder["data"]);

    public async ValueTask InitializeAsync()
    {
        await DoneAsync(
            "init", "--data", Data.Path, "--agency", "Home", "--agency-kind", "WelfareInstitution",
            "--administrator", "One", "--administrator", "Two", "--approver", "Three", "--operator", "desk");
        await File.WriteAllTextAsync(
            _folder["people.csv"], "number,name,sex\nP-1,Made-Up One,f\nP-2,Made-Up Two,f\n", Cancel);
        await DoneAsync("import", "people", _folder["people.csv"], "--data", Data.Path);
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_photo_is_in_the_backup_until_its_person_is_erased_and_then_in_none()
    {
        var people = People();
        var photos = await PhotographAsync(people);
        await BackUpAsync("monday");
        var unsure = await CommandLine.Run("erase", people[0], "--data", Data.Path);
        var nobody = await CommandLine.Run(
            "erase", "01300000-0000-7000-8000-000000000000", "--yes", "--data", Data.Path);
        Assert.Equal(2, (await VerifiedAsync("monday", "monday", "before")).Photos);
        var erased = await CommandLine.Run("erase", people[0], "--yes", "--data", Data.Path, "--json");
        var again = await CommandLine.Run("erase", people[0], "--yes", "--data", Data.Path, "--json");

        Assert.Equal((2, 2), (unsure.ExitCode, nobody.ExitCode));
        Assert.Contains("1 photo", unsure.Error, StringComparison.Ordinal);
        Assert.Equal(1, erased.Json().GetProperty("keysDestroyed").GetInt32());
        Assert.Equal(0, again.Json().GetProperty("keysDestroyed").GetInt32());
        Assert.Equal([false, true], await AreThereAsync(Data, photos));
        await BackUpAsync("friday");
        foreach (var (databases, keys, more) in new[]
        {
            ("friday", "friday", Array.Empty<string>()),
            ("monday", "friday", []),
            ("monday", "monday", ["--log", Data.Audit]),
        })
        {
            var to = $"{databases}-{keys}-{more.Length}";
            Assert.Equal((1, 1), await VerifiedAsync(databases, keys, to, more));
            Assert.Equal([false, true], await AreThereAsync(new(_folder[to]), photos));
        }
    }

    async Task<(int Photos, int Erased)> VerifiedAsync(
        string databases, string keys, string to, params string[] more)
    {
        var restored = await CommandLine.Run(
        [
            "restore", _folder[databases], "--keys", _folder[keys + "-keys"], "--data", _folder[to], "--verify",
            "--json", .. more,
        ]);
        Assert.True(restored.ExitCode == 0, restored.Output + restored.Error);
        var answer = restored.Json();
        return (
            answer.GetProperty("verified").GetProperty("photos").GetInt32(),
            answer.GetProperty("erased").GetInt32());
    }

    async Task<List<PhotoId>> PhotographAsync(IReadOnlyList<string> people)
    {
        var photos = new List<PhotoId>();
        await using var open = await OpenCases.OpenAsync(Data, TimeProvider.System, Cancel);
        foreach (var person in people)
        {
            var album = AlbumOf(open, Data);
            var added = await album.AddAsync(
                new(Guid.CreateVersion7()), new(Guid.Parse(person)), new([0xFF, 0xD8, 0xFF, 7], 1, 1), Cancel);
            photos.Add(added.Value!.Id);
        }
        return photos;
    }

    static async Task<List<bool>> AreThereAsync(DataFolder folder, IReadOnlyList<PhotoId> photos)
    {
        var there = new List<bool>();
        await using var open = await OpenCases.OpenAsync(folder, TimeProvider.System, Cancel);
        foreach (var photo in photos) there.Add(await AlbumOf(open, folder).ReadAsync(photo, Cancel) is not null);
        return there;
    }

    static PhotoAlbum AlbumOf(OpenCases open, DataFolder folder)
    {
        var desk = folder.Installation!.Operators[0];
        return new(open.Cases.For(new(new(desk.User), new(desk.Agency)), Purpose.Care), folder.HolderKeys!);
    }

    List<string> People()
    {
        using var connection = new SqliteConnection($"Data Source={Data.Cases};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id FROM persons ORDER BY id";
        using var reader = command.ExecuteReader();
        var people = new List<string>();
        while (reader.Read()) people.Add(reader.GetString(0));
        return people;
    }

    Task BackUpAsync(string name) =>
        DoneAsync("backup", _folder[name], "--keys", _folder[name + "-keys"], "--data", Data.Path);

    static async Task DoneAsync(params string[] words)
    {
        var run = await CommandLine.Run(words);
        Assert.True(run.ExitCode == 0, run.Error);
    }
}
