using Homeward.Cases.Agencies;
using Homeward.Cases.Bulletins;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.Bulletins;

sealed class BulletinTables :
    IEntityTypeConfiguration<Bulletin>, IEntityTypeConfiguration<BulletinCount>, IEntityTypeConfiguration<BulletinText>,
    IEntityTypeConfiguration<BulletinApproval>, IEntityTypeConfiguration<BulletinPublication>
{
    const int MostCharactersOfNumber = 40;
    const int CharactersOfDigest = 64;

    public void Configure(EntityTypeBuilder<Bulletin> builder)
    {
        builder.HoldsFacts("bulletins", it => it.Id).Refers<Bulletin, User>(it => it.By);
        builder.HasIndex(it => it.Number).IsUnique();
        builder.Property(it => it.Number).HasMaxLength(MostCharactersOfNumber);
    }

    public void Configure(EntityTypeBuilder<BulletinCount> builder)
    {
        builder.HoldsFacts("bulletin_counts", it => it.Id)
            .Refers<BulletinCount, Bulletin>(it => it.Bulletin)
            .Refers<BulletinCount, User>(it => it.By);
        builder.Property(it => it.Digest).HasMaxLength(CharactersOfDigest);
    }

    public void Configure(EntityTypeBuilder<BulletinText> builder) =>
        builder.HoldsFacts("bulletin_texts", it => new { it.Count, it.Language })
            .Refers<BulletinText, BulletinCount>(it => it.Count);

    public void Configure(EntityTypeBuilder<BulletinApproval> builder) =>
        builder.HoldsFacts("bulletin_approvals", it => new { it.Count, it.By })
            .Refers<BulletinApproval, BulletinCount>(it => it.Count)
            .Refers<BulletinApproval, User>(it => it.By);

    public void Configure(EntityTypeBuilder<BulletinPublication> builder) =>
        builder.HoldsFacts("bulletin_publications", it => it.Bulletin)
            .Refers<BulletinPublication, Bulletin>(it => it.Bulletin)
            .Refers<BulletinPublication, BulletinCount>(it => it.Count)
            .Refers<BulletinPublication, User>(it => it.By);
}
