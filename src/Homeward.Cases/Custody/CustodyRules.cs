using Homeward.Cases.Agencies;
using Homeward.Cases.Time;
using Homeward.Genetics.Primitives;

namespace Homeward.Cases.Custody;

/// <summary>Whether a person may come into this care. The database holds the same rules again.</summary>
public static class CustodyRules
{
    public const int AdultYears = 18;

    public static Outcome<CustodyRow> Begin(CustodyFacts facts, CustodyRow row, Instant now)
    {
        if (row.Since > now || row.At > now) return new CustodyRefusal.NotBegun();
        if (row.Supersedes is { } wrong && facts.Rows.All(it => it.Id != wrong)) return new CustodyRefusal.NoSuchRow();
        if (facts.Rows.Any(it => it.Since == row.Since && it.Id != row.Supersedes))
            return new CustodyRefusal.BeginsTwice();
        if (facts.NamesSomebodyBarred) return new CustodyRefusal.ScreeningRefused();
        if (!IsHadThere(facts, row)) return new CustodyRefusal.WrongPlace();
        if (row.Kind == CustodyKind.Independent
            && !facts.Person.IsSurelyAged(AdultYears, DateOnly.FromDateTime(row.Since.ToDateTimeOffset().UtcDateTime)))
            return new CustodyRefusal.NotAnAdult();
        if (!IsAccepted(facts, row)) return new CustodyRefusal.NotAccepted();
        if (row.Kind.TakesBed() && facts.BedsTaken >= facts.Facility!.Beds) return new CustodyRefusal.NoBed();
        return row;
    }

    static bool IsHadThere(CustodyFacts facts, CustodyRow row) => row.Kind switch
    {
        CustodyKind.PoliceEmergency => facts.Agency.Kind is AgencyKind.PublicSecurity or AgencyKind.BorderControl,
        CustodyKind.Hospital => facts.Facility?.Kind == FacilityKind.Hospital,
        CustodyKind.WelfareInstitution => facts.Facility?.Kind == FacilityKind.WelfareInstitution,
        CustodyKind.RescueStation => facts.Facility?.Kind == FacilityKind.RescueStation,
        CustodyKind.FosterFamily => row.Carer is not null
            && facts.Agency.Kind is AgencyKind.WelfareInstitution or AgencyKind.CivilAffairs,
        CustodyKind.ForeignAuthority => facts.Agency.Kind == AgencyKind.ForeignLiaison,
        CustodyKind.Independent or CustodyKind.MissingAgain or CustodyKind.Deceased or CustodyKind.Unsettled =>
            row is { Carer: null, Facility: null, Acceptance: null },
    };

    static bool IsAccepted(CustodyFacts facts, CustodyRow row) =>
        row.Acceptance is null
            ? !row.Kind.NeedsAcceptance()
            : facts.Acceptance is { } acceptance && acceptance.Agency == row.Agency
                && acceptance.Facility == row.Facility;

    /// <summary>Signed at the receiving side.</summary>
    public static Outcome<Acceptance> Accept(Acceptance acceptance, User signer, Facility? facility) =>
        signer.Id != acceptance.By || signer.Agency != acceptance.Agency
            || (facility is not null && facility.Agency != acceptance.Agency)
            ? new CustodyRefusal.SignedByAnother()
            : acceptance;
}
