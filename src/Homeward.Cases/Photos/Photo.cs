using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Time;

namespace Homeward.Cases.Photos;

/// <summary>That there is a photo of a person. What it shows is kept sealed, and apart from this.</summary>
public sealed record Photo
{
    public required PhotoId Id { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>Whose key seals it: one for all photos of a record, destroyed when the person is erased.</summary>
    public required KeyHolderId Holder { get; init; }

    public required int Width { get; init; }
    public required int Height { get; init; }
    public required UserId By { get; init; }
    public required Instant At { get; init; }
}
