using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Access;

/// <summary>A region where a human being is somebody's business.</summary>
sealed record PersonPlace
{
    public required PersonId Identity { get; init; }
    public required RegionCode Region { get; init; }

    public sealed class Table : IEntityTypeConfiguration<PersonPlace>
    {
        public void Configure(EntityTypeBuilder<PersonPlace> builder) => builder.IsView("person_places");
    }
}
