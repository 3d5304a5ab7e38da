using Homeward.Cases.Operations;

namespace Homeward.Server.Features.Operations;

/// <summary>How a phase looks: done, under way, waiting for somebody, or neither.</summary>
static class PhaseLook
{
    public static string ChipOf(OperationPhase phase) => phase switch
    {
        OperationPhase.Executing => "chip-warn",
        OperationPhase.Staged or OperationPhase.Secured or OperationPhase.Reported or OperationPhase.Closed =>
            "chip-good",
        OperationPhase.Authorised => "chip-warn",
        _ => "",
    };
}
