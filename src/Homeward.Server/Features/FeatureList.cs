using Homeward.Server.Features.Administration;
using Homeward.Server.Features.Audit;
using Homeward.Server.Features.Bulletins;
using Homeward.Server.Features.Calculator;
using Homeward.Server.Features.Children;
using Homeward.Server.Features.Families;
using Homeward.Server.Features.Laboratory;
using Homeward.Server.Features.LinkChart;
using Homeward.Server.Features.Operations;
using Homeward.Server.Features.OwnAccount;
using Homeward.Server.Features.People;
using Homeward.Server.Features.Photos;
using Homeward.Server.Features.Recording;
using Homeward.Server.Features.RingsAndRoutes;
using Homeward.Server.Features.SettingUp;
using Homeward.Server.Features.SignIn;
using Homeward.Server.Features.Today;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Homeward.Server.Features;

/// <summary>Every feature maps its routes; each says who may use it.</summary>
static class FeatureList
{
    public static void Map(IEndpointRouteBuilder root)
    {
        var app = root.MapGroup("").WithMetadata(new RequireAntiforgeryTokenAttribute())
            .AddEndpointFilter(RefuseForeignFormsAsync);
        LanguageChoice.Map(app);
        SignInDoor.Map(app);
        SetUpDesk.Map(app);
        JoinDoor.Map(app);
        AccountDesk.Map(app);
        AgencyDesk.Map(app);
        UserList.Map(app);
        UserFile.Map(app);
        InvitationList.Map(app);
        TodayBoard.Map(app);
        ChildList.Map(app);
        ChildFile.Map(app);
        CareDesk.Map(app);
        FosterDesk.Map(app);
        NoteDesk.Map(app);
        CalculatorDesk.Map(app);
        RescueDesk.Map(app);
        DetentionDesk.Map(app);
        OperationList.Map(app);
        PlanDesk.Map(app);
        OperationFile.Map(app);
        StepDesk.Map(app);
        LiveBoard.Map(app);
        StatisticsBoard.Map(app);
        BulletinShelf.Map(app);
        BulletinDesk.Map(app);
        RingList.Map(app);
        RingFile.Map(app);
        RingDesk.Map(app);
        LinkChartDesk.Map(app);
        RouteList.Map(app);
        RouteFile.Map(app);
        RouteDesk.Map(app);
        PeopleDesk.Map(app);
        PhotoDesk.Map(app);
        ReportList.Map(app);
        ReportFile.Map(app);
        CandidateList.Map(app);
        CandidateDesk.Map(app);
        SampleList.Map(app);
        BatchDesk.Map(app);
        AuditBoard.Map(app);
    }

    /// <summary>A form that was not made by one of our pages for this visitor changes nothing, whether its handler
    /// reads the form or not.</summary>
    static async ValueTask<object?> RefuseForeignFormsAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.HttpContext.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
            ? Results.BadRequest() : await next(context);
}
