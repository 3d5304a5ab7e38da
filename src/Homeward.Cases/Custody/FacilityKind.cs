namespace Homeward.Cases.Custody;

public enum FacilityKind
{
    WelfareInstitution,
    RescueStation,
    Hospital,
    PoliceStation,
}
