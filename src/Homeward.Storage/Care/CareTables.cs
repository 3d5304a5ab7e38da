using Homeward.Cases.Agencies;
using Homeward.Cases.Care;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Care;

sealed class CareTables : IEntityTypeConfiguration<CareNote>
{
    public void Configure(EntityTypeBuilder<CareNote> builder)
    {
        builder.HoldsFacts("care_notes", it => it.Id)
            .Refers<CareNote, Person>(it => it.Person)
            .Refers<CareNote, Agency>(it => it.Agency)
            .Refers<CareNote, User>(it => it.By)
            .Supersedes(it => it.Supersedes);
        builder.ToTable(it => it.HasCheckConstraint(
            "ck_care_notes_text", $"length(text) BETWEEN 1 AND {CareNote.MostCharacters}"));
    }
}
