using Homeward.Cases.Agencies;
using Homeward.Cases.Families;
using Homeward.Cases.Imports;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Imports;

sealed class ImportTables : IEntityTypeConfiguration<ImportedFile>, IEntityTypeConfiguration<ImportedRow>
{
    const int MostCharactersOfNumber = 40;
    const int CharactersOfDigest = 64;

    public void Configure(EntityTypeBuilder<ImportedFile> builder)
    {
        builder.HoldsFacts("imported_files", it => it.Id)
            .Refers<ImportedFile, Agency>(it => it.Agency)
            .Refers<ImportedFile, User>(it => it.By);
        builder.Property(it => it.Digest).HasMaxLength(CharactersOfDigest);
    }

    /// <summary>The key holds what an import promises: two that run at once cannot both take in one number.</summary>
    public void Configure(EntityTypeBuilder<ImportedRow> builder)
    {
        builder.HoldsFacts("imported_rows", it => new { it.Agency, it.Kind, it.Number })
            .Refers<ImportedRow, Agency>(it => it.Agency)
            .Refers<ImportedRow, ImportedFile>(it => it.Import)
            .Refers<ImportedRow, Person>(it => it.Person)
            .Refers<ImportedRow, MissingReport>(it => it.Report);
        builder.Property(it => it.Number).HasMaxLength(MostCharactersOfNumber);
        builder.Property(it => it.Digest).HasMaxLength(CharactersOfDigest);
    }
}
