using System.Security.Cryptography;
using Homeward.Cases.Photos;
using Homeward.Storage.Genes;
using Homeward.Storage.Keys;
using Microsoft.EntityFrameworkCore;

namespace Homeward.Storage.Photos;

/// <summary>Whether every photo of a database opens; hands out numbers, and nothing of any.</summary>
/// <param name="Opened">Those that do.</param>
/// <param name="Erased">Those whose keys were destroyed.</param>
/// <param name="WithoutKey">Those whose keys are missing, and nobody erased them.</param>
/// <param name="Broken">Those that their keys do not open, or that are not there.</param>
public sealed record PhotoCheck(int Opened, int Erased, int WithoutKey, int Broken)
{
    public static async Task<PhotoCheck> RunAsync(CaseLocation cases, HolderKeys keys, CancellationToken cancel)
    {
        await using var context = cases.NewContext();
        await context.OpenAsync(cancel);
        var photos = await context.Set<Photo>().AsNoTracking().OrderBy(it => it.Id).ToListAsync(cancel);
        var erased = keys.ErasedAmong(photos.Select(it => it.Holder).Distinct());
        var check = new PhotoCheck(0, 0, 0, 0);
        foreach (var photo in photos)
        {
            // One at a time: a database of photos is larger than memory.
            var box = await context.Set<SealedPhoto>().AsNoTracking().Where(it => it.Photo == photo.Id)
                .Select(it => it.Box).SingleOrDefaultAsync(cancel);
            using var key = keys.Find(photo.Holder);
            check = erased.Contains(photo.Holder) ? check with { Erased = check.Erased + 1 }
                : key is null ? check with { WithoutKey = check.WithoutKey + 1 }
                : box is not null && Opens(box, photo, key) ? check with { Opened = check.Opened + 1 }
                : check with { Broken = check.Broken + 1 };
        }
        return check;
    }

    static bool Opens(byte[] box, Photo photo, SecretKey key)
    {
        try
        {
            return SealedPhoto.Open(box, photo, key).Length > 0;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
