using System.Security.Cryptography;
using Homeward.Cases.Access;
using Homeward.Cases.Audit;
using Homeward.Cases.Photos;
using Homeward.Cases.Retention;
using Homeward.Cases.Time;
using Homeward.Storage;
using Homeward.Storage.Access;
using Homeward.Storage.Audit;
using Homeward.Storage.Genes;
using Homeward.Storage.People;
using Homeward.Storage.Photos;
using Homeward.Storage.Retention;
using Homeward.Tests.Storage.Databases;
using static Homeward.Tests.Storage.Databases.MadeUpState;

namespace Homeward.Tests.Storage.Photos;

public abstract class PhotoContract(TestDatabase database) : IDisposable
{
    readonly CaseWorld _world = new(database);
    readonly KeyStore _store = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    PhotoAlbum Album => AlbumOf(_world.Police);

    PhotoAlbum AlbumOf(CaseSession session) => new(session, _store.Keys);

    public void Dispose()
    {
        _store.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_photo_comes_back_as_it_went_in_and_stands_nowhere_in_the_clear()
    {
        var person = await _world.PersonAsync();
        var picture = Drawn("a child's face");
        var photo = Allowed(await Album.AddAsync(NewId(), person, picture, Cancel));

        Assert.Equal(picture.Jpeg, await Album.ReadAsync(photo.Id, Cancel));
        Assert.Equal([photo], await Album.OfAsync(person, Cancel));
        var box = await BoxAsync(photo.Id);
        Assert.Equal(picture.Jpeg.Length + SecretKey.Overhead, box.Length);
        Assert.False(box.AsSpan().IndexOf("face"u8) >= 0);
    }

    [Fact]
    public async Task Sent_twice_it_is_one_photo_and_another_person_s_id_is_refused()
    {
        var (person, other) = (await _world.PersonAsync(), await _world.PersonAsync());
        var id = NewId();
        var first = Allowed(await Album.AddAsync(id, person, Drawn("first"), Cancel));
        var again = Allowed(await Album.AddAsync(id, person, Drawn("second"), Cancel));

        Assert.Equal(first, again);
        Assert.Equal(Drawn("first").Jpeg, await Album.ReadAsync(id, Cancel));
        Assert.IsType<PhotoRefusal.NoSuchPerson>((await Album.AddAsync(id, other, Drawn("x"), Cancel)).Refusal);
        Assert.IsType<PhotoRefusal.NoSuchPerson>(
            (await Album.AddAsync(NewId(), _world.NewPersonId(), Drawn("x"), Cancel)).Refusal);
        Assert.Single(await Album.OfAsync(person, Cancel));
    }

    [Fact]
    public async Task All_photos_of_a_record_have_one_key_and_merged_records_show_all_of_theirs()
    {
        var (one, other) = (await _world.PersonAsync(), await _world.PersonAsync());
        var photos = new List<Photo>();
        foreach (var (person, words) in new[] { (one, "a"), (one, "b"), (other, "c") })
            photos.Add(Allowed(await Album.AddAsync(NewId(), person, Drawn(words), Cancel)));
        Assert.Equal(photos[0].Holder, photos[1].Holder);
        Assert.NotEqual(photos[0].Holder, photos[2].Holder);

        var merge = await _world.MergeAsync(other, one);
        Assert.Equal(
            photos.Select(it => it.Id).Reverse(), (await Album.OfAsync(other, Cancel)).Select(it => it.Id));
        Allowed(await new PeopleStore(_world.Police).ReverseAsync(merge.Id, Cancel));
        Assert.Equal([photos[2]], await Album.OfAsync(other, Cancel));
    }

    /// <summary>What the log says before a byte is handed out; and an attempt is there too.</summary>
    [Fact]
    public async Task Whoever_looks_is_in_the_log_and_whoever_may_not_sees_nothing()
    {
        var person = await _world.PersonAsync();
        var photo = Allowed(await Album.AddAsync(NewId(), person, Drawn("watched"), Cancel));
        _ = await AlbumOf(_world.Care).ReadAsync(photo.Id, Cancel);

        await Assert.ThrowsAsync<AccessRefusedException>(
            () => AlbumOf(database.As(Analyst)).ReadAsync(photo.Id, Cancel));
        var entries = Entries().Where(it => it.Subjects.Contains(photo.Id.Value)).ToList();
        Assert.Contains(entries, it => it.Kind == AuditKind.Act && it.What == Permission.RecordPerson);
        Assert.Contains(
            entries,
            it => it.Kind == AuditKind.Read && it.Who == Matron.Id && it.Subjects.Contains(person.Value)
                && it.Fields == FieldClasses.Identifying);
        Assert.Contains(Entries(), it => it.Kind == AuditKind.Refused && it.Who == Analyst.Id);
        Assert.Null(await Album.ReadAsync(NewId(), Cancel));
    }

    [Fact]
    public async Task An_erased_person_has_no_photos_nor_do_copies_and_no_new_one_is_taken()
    {
        var (person, merged, other) = (
            await _world.PersonAsync(), await _world.PersonAsync(), await _world.PersonAsync());
        var photos = new List<Photo>();
        foreach (var it in new[] { person, merged, other })
            photos.Add(Allowed(await Album.AddAsync(NewId(), it, Drawn("erased"), Cancel)));
        await _world.MergeAsync(merged, person);
        var store = new ErasureStore(_world.Care);
        var kept = (await store.KeptOfAsync(merged, Cancel))!;
        Assert.Equal((2, 2), (kept.Holders.Count, kept.Photos));

        Allowed(await store.DecideAsync(person, kept, Cancel));
        DonorKeys.Erase(_store.Location, _store.Files, kept.All, new(1));

        Assert.Empty(await Album.OfAsync(person, Cancel));
        Assert.Null(await Album.ReadAsync(photos[0].Id, Cancel));
        Assert.Null(await Album.ReadAsync(photos[1].Id, Cancel));
        Assert.NotNull(await Album.ReadAsync(photos[2].Id, Cancel));
        Assert.IsType<PhotoRefusal.Erased>((await Album.AddAsync(NewId(), person, Drawn("x"), Cancel)).Refusal);
        // The log names whom: what is brought back from a copy is erased again by it.
        var inLog = ErasuresInLog.Of(database.Audit);
        Assert.All(kept.All, it => Assert.Contains(it, inLog));
    }

    [Fact]
    public async Task Nothing_more_than_was_looked_at_is_erased_and_only_by_whom_it_is_allowed()
    {
        var person = await _world.PersonAsync();
        Allowed(await Album.AddAsync(NewId(), person, Drawn("one"), Cancel));
        var store = new ErasureStore(_world.Care);
        var kept = (await store.KeptOfAsync(person, Cancel))!;

        Assert.False((await new ErasureStore(_world.Police).DecideAsync(person, kept, Cancel)).IsAllowed);
        Assert.IsType<RetentionRefusal.Meanwhile>(
            (await store.DecideAsync(person, new([], [], 0), Cancel)).Refusal);
        Assert.Null(await store.KeptOfAsync(_world.NewPersonId(), Cancel));
    }

    [Fact]
    public async Task Every_photo_is_opened_when_a_copy_is_verified()
    {
        var (person, other) = (await _world.PersonAsync(), await _world.PersonAsync());
        var photo = Allowed(await Album.AddAsync(NewId(), person, Drawn("verified"), Cancel));
        var gone = Allowed(await Album.AddAsync(NewId(), other, Drawn("gone"), Cancel));
        using var none = new KeyStore();
        DonorKeys.Erase(_store.Location, _store.Files, [gone.Holder.AsDonor], new(1));

        var check = await PhotoCheck.RunAsync(database.Location, _store.Keys, Cancel);
        var without = await PhotoCheck.RunAsync(database.Location, none.Keys, Cancel);

        Assert.True(check.Opened >= 1 && check.Erased >= 1);
        Assert.Equal((0, 0), (without.Opened, without.Erased));
        Assert.Equal(check.Opened + check.Erased + check.WithoutKey + check.Broken, without.WithoutKey);
        Assert.NotNull(photo);
    }

    /// <summary>A row that is moved to another photo, or changed, opens nowhere.</summary>
    [Fact]
    public void A_box_opens_in_its_own_place_and_unchanged_only()
    {
        using var key = SecretKey.New();
        var (photo, other) = (Made(), Made());
        var box = SealedPhoto.Of(photo, Drawn("place"), key).Box;

        Assert.Equal(Drawn("place").Jpeg, SealedPhoto.Open(box, photo, key));
        Assert.ThrowsAny<CryptographicException>(() => SealedPhoto.Open(box, other, key));
        Assert.ThrowsAny<CryptographicException>(
            () => SealedPhoto.Open(box, photo with { Holder = other.Holder }, key));
        box[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => SealedPhoto.Open(box, photo, key));
    }

    [Theory]
    [InlineData("UPDATE photos SET width = 7")]
    [InlineData("DELETE FROM photos")]
    [InlineData("UPDATE sealed_photos SET photo_id = photo_id")]
    [InlineData("DELETE FROM sealed_photos")]
    public async Task No_photo_is_changed_or_removed_past_the_program(string statement)
    {
        var person = await _world.PersonAsync();
        Allowed(await Album.AddAsync(NewId(), person, Drawn("stays"), Cancel));
        await using var connection = await database.RawAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => command.ExecuteNonQueryAsync(Cancel));
    }

    PhotoId NewId() => new(_world.Police.NewId());

    Photo Made() => new()
    {
        Id = NewId(),
        Person = _world.NewPersonId(),
        Holder = new(_world.Police.NewId()),
        Width = 1,
        Height = 1,
        By = Officer.Id,
        At = new Instant(0),
    };

    /// <summary>The album keeps bytes; what they are is the server's matter.</summary>
    static Picture Drawn(string words) => new([0xFF, 0xD8, 0xFF, .. System.Text.Encoding.ASCII.GetBytes(words)], 4, 3);

    async Task<byte[]> BoxAsync(PhotoId id)
    {
        await using var connection = await database.OwnerAsync();
        await using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT box FROM sealed_photos WHERE lower(CAST(photo_id AS varchar(36))) = '{id.Value}'";
        return (byte[])(await command.ExecuteScalarAsync(Cancel))!;
    }

    List<AuditRecord> Entries()
    {
        using var connection = database.Audit.ConnectToRead();
        using var transaction = database.Audit.BeginRead(connection);
        return
        [
            .. new AuditReader(database.Audit, transaction).Entries()
                .Select(it => AuditText.Read(it.Text).Value!.Record),
        ];
    }
}

public sealed class SqlitePhotoTests(SqliteTestDatabase database)
    : PhotoContract(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresPhotoTests(PostgresTestDatabase database)
    : PhotoContract(database), IClassFixture<PostgresTestDatabase>;
