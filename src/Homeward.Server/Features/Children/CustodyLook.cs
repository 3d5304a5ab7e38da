using Homeward.Cases.Custody;

namespace Homeward.Server.Features.Children;

/// <summary>How a kind of care looks: calm, wants doing, or an alarm.</summary>
static class CustodyLook
{
    public static string ChipOf(CustodyKind kind) => kind switch
    {
        CustodyKind.Unsettled or CustodyKind.MissingAgain => "chip-alarm",
        CustodyKind.PoliceEmergency => "chip-warn",
        CustodyKind.Deceased => "",
        CustodyKind.Hospital or CustodyKind.WelfareInstitution or CustodyKind.RescueStation or CustodyKind.FosterFamily
            or CustodyKind.ForeignAuthority or CustodyKind.Independent => "chip-good",
    };
}
