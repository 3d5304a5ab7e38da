namespace Homeward.Cases.Agencies;

public enum AgencyKind
{
    PublicSecurity,
    CivilAffairs,
    WelfareInstitution,
    RescueStation,
    DnaLaboratory,
    Prosecutor,
    Court,
    Hospital,
    BorderControl,
    /// <summary>An authority of another country.</summary>
    ForeignLiaison,
    Statistics,
    Inspectorate,
}
