using Homeward.Cases.Investigations;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Investigations;

/// <summary>A link that bars an identity from looking after anybody.</summary>
sealed record AdverseLink
{
    public required PartyLinkId Link { get; init; }
    public required PersonId Identity { get; init; }

    public sealed class Table : IEntityTypeConfiguration<AdverseLink>
    {
        public void Configure(EntityTypeBuilder<AdverseLink> builder) => builder.IsView("adverse_links");
    }
}
