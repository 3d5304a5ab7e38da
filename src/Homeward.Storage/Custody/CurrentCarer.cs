using Homeward.Cases.Custody;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Custody;

/// <summary>Somebody whom a current custody names.</summary>
abstract record CurrentlyNamed
{
    public required PersonId Identity { get; init; }
    public required CustodyRowId Custody { get; init; }
    public required PersonId CaredFor { get; init; }
}

/// <summary>Who looks after somebody now.</summary>
sealed record CurrentCarer : CurrentlyNamed
{
    public sealed class Table : IEntityTypeConfiguration<CurrentCarer>
    {
        public void Configure(EntityTypeBuilder<CurrentCarer> builder) =>
            builder.IsView("current_carers");
    }
}

/// <summary>Who lives where somebody is looked after now.</summary>
sealed record CurrentHousehold : CurrentlyNamed
{
    public sealed class Table : IEntityTypeConfiguration<CurrentHousehold>
    {
        public void Configure(EntityTypeBuilder<CurrentHousehold> builder) =>
            builder.IsView("current_households");
    }
}
