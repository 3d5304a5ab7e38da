using Homeward.Cases.People;

namespace Homeward.Cases.Custody;

/// <summary>Somebody who lives where the person is looked after.</summary>
public sealed record HouseholdMember
{
    public required CustodyRowId Custody { get; init; }
    public required PersonId Member { get; init; }
}
