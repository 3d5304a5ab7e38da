using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Homeward.Server.Accounts;
using Homeward.Server.Features;
using Homeward.Server.Features.Maps;
using Homeward.Server.Features.Operations;
using Homeward.Server.Genes;
using Homeward.Server.Language;
using Homeward.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Homeward.Server;

/// <summary>The web application on one open installation.</summary>
public static class HomewardServer
{
    /// <summary>So many requests a minute of one address: a person reads, a program that guesses is held up.</summary>
    const int RequestsAMinute = 1200;

    const long LargestForm = 2 * 1024 * 1024;

    /// <summary>Builds the application and its accounts; it is not started.</summary>
    public static async Task<WebApplication> BuildAsync(ServerSettings settings, CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = settings.Folder,
            ApplicationName = typeof(HomewardServer).Assembly.GetName().Name,
        });
        builder.WebHost.UseUrls(settings.Url).ConfigureKestrel(it =>
        {
            it.AddServerHeader = false;
            it.Limits.MaxRequestBodySize = LargestForm;
        });
        AddLogging(builder.Logging);
        AddServices(builder.Services, settings);
        var app = builder.Build();
        Pipeline(app);
        await AccountSetup.PrepareAsync(app.Services, settings, cancel);
        return app;
    }

    /// <summary>One line of JSON an event, and no event that holds what people ask for: the framework's own lines of
    /// requests name addresses with ids, and stay below the level.</summary>
    static void AddLogging(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(it => it.UseUtcTimestamp = true);
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical);
        // Warns at every page that a form is never kept, which SecurityHeaders has said already.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        logging.AddFilter("Homeward", LogLevel.Information);
    }

    static void AddServices(IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton(settings);
        services.AddHttpContextAccessor();
        services.AddScoped(it => it.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.Get<Visitor>()!);
        services.AddSingleton<MapSheet>();
        services.AddSingleton<LiveStreams>();
        services.AddScoped<Words>();
        services.AddScoped<Case>();
        services.AddAccounts(settings);
        services.AddProblemDetails();
        services.AddGeneSearch(settings);
        services.AddRazorComponents();
        // Chinese is written as it is, not as numbers: a third of the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(it =>
        {
            it.SuppressXFrameOptionsHeader = true;               // SecurityHeaders says more
            it.Cookie.Name = "homeward-form";
            it.Cookie.SameSite = SameSiteMode.Strict;
            it.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(it =>
        {
            it.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            it.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                RateLimitPartition.GetFixedWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "",
                    _ => new() { PermitLimit = RequestsAMinute, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    static void Pipeline(WebApplication app)
    {
        app.UseMiddleware<FailureEdge>();
        app.Use(SecurityHeaders.Add);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseStatusCodePages(ErrorAnswer.WriteAsync);
        app.UseMiddleware<AccessGate>();
        app.UseAntiforgery();
        ServedFiles.Map(app);
        app.MapHealthChecks("/health", new() { ResponseWriter = SearchHealth.WriteAsync }).ForEverybody();
        FeatureList.Map(app);
    }
}
