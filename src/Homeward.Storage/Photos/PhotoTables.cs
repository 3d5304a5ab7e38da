using Homeward.Cases.Agencies;
using Homeward.Cases.People;
using Homeward.Cases.Photos;
using Homeward.Storage.Genes;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Photos;

sealed class PhotoTables : IEntityTypeConfiguration<Photo>, IEntityTypeConfiguration<SealedPhoto>
{
    public void Configure(EntityTypeBuilder<Photo> builder)
    {
        builder.HoldsFacts("photos", it => it.Id)
            .Refers<Photo, Person>(it => it.Person)
            .Refers<Photo, User>(it => it.By);
        builder.HasIndex(it => it.Holder);
        builder.ToTable(it => it.HasCheckConstraint(
            "ck_photos_size",
            $"width BETWEEN 1 AND {Picture.MostPixels} AND height BETWEEN 1 AND {Picture.MostPixels}"));
    }

    public void Configure(EntityTypeBuilder<SealedPhoto> builder)
    {
        builder.HoldsFacts("sealed_photos", it => it.Photo).Refers<SealedPhoto, Photo>(it => it.Photo);
        builder.ToTable(it => it.HasCheckConstraint(
            "ck_sealed_photos_bytes",
            $"length(box) BETWEEN {SecretKey.Overhead + 1} AND {SecretKey.Overhead + Picture.MostBytes}"));
    }
}
