using CsCheck;
using Homeward.Cases.Access;
using Homeward.Cases.Agencies;
using Homeward.Cases.Audit;
using Homeward.Cases.Time;

namespace Homeward.Tests.Cases.Audit;

/// <summary>Entries as any program might make them.</summary>
static class AuditGen
{
    /// <summary>Somebody reads the data of these.</summary>
    public static AuditRecord ReadOf(params Guid[] subjects) => new()
    {
        Kind = AuditKind.Read,
        What = Permission.ReadPeople,
        Who = new UserId(new("01920000-0000-7000-8000-000000000001")),
        Agency = new AgencyId(new("01920000-0000-7000-8000-000000000002")),
        Purpose = Purpose.Care,
        Fields = FieldClasses.Identifying,
        Subjects = subjects,
    };

    public static Gen<AuditRecord> Record { get; } =
        Gen.Select(
            Gen.Enum<AuditKind>(),
            Gen.Enum<Permission>(),
            Gen.Enum<Purpose>(),
            Gen.Int[0, 31],
            Gen.Guid.Array[0, 5],
            Gen.Select(Gen.Guid, Gen.Guid, Gen.Guid, Gen.Int[0, 7]),
            (kind, what, purpose, fields, subjects, optional) => new AuditRecord
            {
                Kind = kind,
                What = what,
                Purpose = purpose,
                Fields = (FieldClasses)fields,
                Subjects = [.. subjects.Distinct()],
                Who = (optional.Item4 & 1) == 0 ? null : new UserId(optional.Item1),
                Agency = (optional.Item4 & 2) == 0 ? null : new AgencyId(optional.Item2),
                About = (optional.Item4 & 4) == 0 ? null : new EntryId(optional.Item3),
            });

    public static Gen<AuditEntry> Entry { get; } =
        Gen.Select(
            Record,
            Gen.Guid,
            Gen.Long[1, 1_000_000],
            Gen.Long[0, 4_000_000_000_000_000],
            (record, id, number, when) => new AuditEntry(new(id), AuditNode.Alone, number, new Instant(when), record));
}
