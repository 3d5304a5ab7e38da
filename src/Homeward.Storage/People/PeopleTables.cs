using System.Text.Json;
using Homeward.Cases.Agencies;
using Homeward.Cases.Names;
using Homeward.Cases.People;
using Homeward.Storage.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Homeward.Storage.People;

sealed class PeopleTables :
    IEntityTypeConfiguration<Person>,
    IEntityTypeConfiguration<Identity>,
    IEntityTypeConfiguration<PersonName>,
    IEntityTypeConfiguration<NameKey>,
    IEntityTypeConfiguration<PersonMerge>,
    IEntityTypeConfiguration<MergeReversal>,
    IEntityTypeConfiguration<PossibleDuplicate>,
    IEntityTypeConfiguration<DuplicateDismissal>
{
    /// <summary>The shadow property with a name's keys, as a JSON array.</summary>
    public const string Keys = "Keys";

    /// <summary>Under what a name is found.</summary>
    public static string KeysOf(PersonName name) => JsonSerializer.Serialize(NameForm.Of(name.Text).Keys());

    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.IsEdited("persons", it => it.Id);
        builder.Ignore(it => it.Birth);
        builder.ToTable(it => it.HasCheckConstraint("ck_persons_born", "born_earliest <= born_latest"));
    }

    public void Configure(EntityTypeBuilder<Identity> builder)
    {
        builder.IsKeptByRules("identities", it => it.Person)
            .Refers<Identity, Person>(it => it.Person)
            .Refers<Identity, Person>(it => it.Root);
    }

    public void Configure(EntityTypeBuilder<PersonName> builder)
    {
        builder.HoldsFacts("person_names", it => it.Id)
            .Refers<PersonName, Person>(it => it.Person)
            .Supersedes(it => it.Supersedes);
        builder.Property<string>(Keys).IsRequired();
    }

    public void Configure(EntityTypeBuilder<NameKey> builder) =>
        builder.IsKeptByRules("name_keys", it => new { it.Key, it.Name })
            .Refers<NameKey, PersonName>(it => it.Name);

    public void Configure(EntityTypeBuilder<PersonMerge> builder)
    {
        builder.HoldsFacts("person_merges", it => it.Id)
            .Refers<PersonMerge, Person>(it => it.Person)
            .Refers<PersonMerge, Person>(it => it.Into)
            .Refers<PersonMerge, User>(it => it.By);
        builder.ToTable(it => it.HasCheckConstraint("ck_person_merges_two", "person_id <> into_id"));
    }

    public void Configure(EntityTypeBuilder<MergeReversal> builder) =>
        builder.HoldsFacts("merge_reversals", it => it.Merge)
            .Refers<MergeReversal, PersonMerge>(it => it.Merge)
            .Refers<MergeReversal, User>(it => it.By);

    public void Configure(EntityTypeBuilder<PossibleDuplicate> builder)
    {
        builder.HoldsFacts("possible_duplicates", it => it.Id)
            .Refers<PossibleDuplicate, Person>(it => it.First)
            .Refers<PossibleDuplicate, Person>(it => it.Second)
            .Refers<PossibleDuplicate, User>(it => it.By);
        builder.ToTable(it => it.HasCheckConstraint("ck_possible_duplicates_two", "first_id <> second_id"));
    }

    public void Configure(EntityTypeBuilder<DuplicateDismissal> builder) =>
        builder.HoldsFacts("duplicate_dismissals", it => it.Duplicate)
            .Refers<DuplicateDismissal, PossibleDuplicate>(it => it.Duplicate)
            .Refers<DuplicateDismissal, User>(it => it.By);
}
