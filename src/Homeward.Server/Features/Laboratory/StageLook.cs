using Homeward.Cases.Samples;

namespace Homeward.Server.Features.Laboratory;

static class StageLook
{
    public static string Of(SampleStage stage) => stage switch
    {
        SampleStage.Typed => "chip-good",
        SampleStage.Waiting => "",
        SampleStage.Begun => "chip-warn",
        SampleStage.SealBroken or SampleStage.Withdrawn => "chip-alarm",
    };
}
