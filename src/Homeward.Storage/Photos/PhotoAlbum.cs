using Homeward.Cases.Access;
using Homeward.Cases.People;
using Homeward.Cases.Photos;
using Homeward.Genetics.Primitives;
using Homeward.Storage.Access;
using Homeward.Storage.Keys;
using Homeward.Storage.People;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Photos;

/// <summary>Photos of people. They stand sealed in the case database, and are read as the person is: recorded before a
/// byte is handed out.</summary>
/// <param name="session">The door to the rows.</param>
/// <param name="keys">What opens them.</param>
public sealed class PhotoAlbum(CaseSession session, HolderKeys keys)
{
    const FieldClasses Fields = FieldClasses.Identifying;

    /// <summary>Adds a photo of a record. One that is there under this id already stays, and is none the second
    /// time.</summary>
    public Task<Outcome<Photo>> AddAsync(PhotoId id, PersonId person, Picture picture, CancellationToken cancel)
    {
        Check.That(picture.Jpeg.Length is > 0 and <= Picture.MostBytes);
        return session.ActAsync<Photo>(
            new(Permission.RecordPerson, Fields, person.Value, id.Value),
            async context =>
            {
                if (!await context.Set<Person>().AnyAsync(it => it.Id == person, cancel))
                    return new PhotoRefusal.NoSuchPerson();
                var own = context.Set<Photo>().AsNoTracking();
                if (await own.SingleOrDefaultAsync(it => it.Id == id, cancel) is { } earlier)
                    return earlier.Person == person ? earlier : new PhotoRefusal.NoSuchPerson();
                var known = await own.Where(it => it.Person == person).OrderBy(it => it.Id).FirstOrDefaultAsync(cancel);
                var photo = new Photo
                {
                    Id = id,
                    Person = person,
                    Holder = known?.Holder ?? new(session.NewId()),
                    Width = picture.Width,
                    Height = picture.Height,
                    By = session.Actor.User,
                    At = session.Now,
                };
                // The key is kept before what it seals: cut off between the two, there is a key that opens nothing.
                using var key = keys.FindOrDraw(photo.Holder);
                if (key is null) return new PhotoRefusal.Erased();
                context.Add(photo);
                context.Add(SealedPhoto.Of(photo, picture, key));
                return photo;
            },
            cancel);
    }

    /// <summary>Those of a whole identity that were not erased, the last one first.</summary>
    public async Task<IReadOnlyList<Photo>> OfAsync(PersonId person, CancellationToken cancel)
    {
        var photos = await session.ReadAsync<IReadOnlyList<Photo>>(
            new(Permission.ReadPeople, Fields),
            async context =>
            {
                var root = await context.PersonInSightAsync(
                    await PeopleStore.RootAsync(context, person, cancel), cancel);
                var members = context.Set<Identity>().Where(it => it.Root == root).Select(it => it.Person);
                var found = await context.Set<Photo>().Where(it => members.Contains(it.Person))
                    .OrderByDescending(it => it.At).ThenByDescending(it => it.Id).ToListAsync(cancel);
                return new(found, [person.Value, .. found.Select(it => it.Id.Value)]);
            },
            cancel);
        if (photos.Count == 0) return photos;
        var erased = keys.ErasedAmong(photos.Select(it => it.Holder));
        return [.. photos.Where(it => !erased.Contains(it.Holder))];
    }

    /// <summary>The file; null when there is none, when it was erased, and when the person does not exist for who asks.
    /// </summary>
    public async Task<byte[]?> ReadAsync(PhotoId id, CancellationToken cancel)
    {
        var (photo, box) = await session.ReadAsync<(Photo? Photo, byte[]? Box)>(
            new(Permission.ReadPeople, Fields),
            async context =>
            {
                var found = await (
                    from photo in context.Set<Photo>()
                    join identity in context.Set<Identity>() on photo.Person equals identity.Person
                    where photo.Id == id
                    select new { Photo = photo, identity.Root }).SingleOrDefaultAsync(cancel);
                // Asked in either case: what is hidden costs what nothing costs.
                if (await context.PersonInSightAsync(found?.Root, cancel) is null || found is null)
                    return new((null, null), [id.Value]);
                var sealedBytes = await context.Set<SealedPhoto>().Where(it => it.Photo == id).Select(it => it.Box)
                    .SingleOrDefaultAsync(cancel);
                return new((found.Photo, sealedBytes), [found.Photo.Person.Value, id.Value]);
            },
            cancel);
        if (photo is null || box is null) return null;
        using var key = keys.Find(photo.Holder);
        return key is null ? null : SealedPhoto.Open(box, photo, key);
    }
}
