using Homeward.Cases.People;
using Homeward.Cases.Photos;
using Homeward.Genetics.Primitives;
using Homeward.Server.Security;

namespace Homeward.Server.Features.Recording;

/// <summary>The photo of a form of the night: an act of its own after the record, so that a record is never lost to a
/// photo. Sent again, the form adds the photo that did not come through.</summary>
static class RecordedPhoto
{
    /// <summary>Null where no photos are kept.</summary>
    public static Guid? NewId(Case cases) => cases.Photos is null ? null : cases.Session.NewId();

    /// <returns>Why it was not kept; null when it was, or when there was none.</returns>
    public static async Task<Refusal?> KeepAsync(
        Recorded form, PersonId person, Picture? picture, Case cases, CancellationToken cancel) =>
        picture is null || form.Photo is not { } photo || cases.Photos is not { } album ? null
            : (await album.AddAsync(new(photo), person, picture, cancel)).Refusal;
}
