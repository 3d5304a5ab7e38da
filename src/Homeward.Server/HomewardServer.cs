using System.Text.Encodings.Web;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using Homeward.Server.Accounts;
using Homeward.Server.Api;
using Homeward.Server.Features;
using Homeward.Server.Features.Administration;
using Homeward.Server.Features.Laboratory;
using Homeward.Server.Features.Maps;
using Homeward.Server.Features.Operations;
using Homeward.Server.Features.OwnAccount;
using Homeward.Server.Features.Photos;
using Homeward.Server.Features.SettingUp;
using Homeward.Server.Genes;
using Homeward.Server.Language;
using Homeward.Server.Security;
using Homeward.Storage.Installations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
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
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseUrls(settings.Url).ConfigureKestrel(it => Listen(it, settings));
        AddLogging(builder.Logging);
        var kind = await InstallationStore.KindAsync(settings.Cases, cancel);
        builder.Services.AddSingleton(new InstallationState(kind is not null || settings.IsDemonstration));
        AddServices(builder.Services, settings);
        AddLimits(builder.Services);
        var app = builder.Build();
        Pipeline(app, settings);
        await AccountSetup.PrepareAsync(app.Services, settings, cancel);
        return app;
    }

    /// <summary>Places of the links by which the first people come in, each good for once; empty when somebody can sign
    /// in already.</summary>
    public static async Task<IReadOnlyList<FirstLink>> FirstLinksAsync(WebApplication app, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<FirstLinks>().MakeAsync(cancel);
    }

    static void Listen(KestrelServerOptions kestrel, ServerSettings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestForm;
        if (settings.Certificate is not { } certificate) return;
        kestrel.ConfigureHttpsDefaults(it =>
        {
            it.ServerCertificate = certificate[0];
            it.ServerCertificateChain = certificate;
        });
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
        // A port that is taken is told by the command, in a line.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        logging.AddFilter("Homeward", LogLevel.Information);
    }

    static void AddServices(IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(settings.Clock);
        services.AddHttpContextAccessor();
        services.AddScoped(it => it.GetRequiredService<IHttpContextAccessor>().HttpContext!.Features.Get<Visitor>()!);
        services.AddSingleton<MapSheet>();
        services.AddSingleton<LiveStreams>();
        services.AddSingleton<OpenSearches>().AddScoped<Bench>();
        services.AddScoped<Words>();
        services.AddScoped<Case>();
        services.AddScoped<FirstLinks>().AddScoped<OwnAccountReader>();
        services.AddScoped<Colleagues>().AddScoped<UserReader>();
        services.AddAccounts(settings);
        services.AddProblemDetails();
        services.AddApi();
        services.AddGeneSearch(settings);
        services.AddTelemetry(settings);
        services.AddRazorComponents();
        // Chinese is written as it is, not as numbers: a third of the bytes.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAntiforgery(it =>
        {
            it.SuppressXFrameOptionsHeader = true;               // SecurityHeaders says more
            AccountSetup.Harden(it.Cookie, settings, "homeward-form");
        });
        services.AddHostFiltering(it =>
        {
            it.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
            if (settings.HostName is { } name) it.AllowedHosts.Add(name);
            it.AllowEmptyHosts = it.IncludeFailureMessage = false;
        });
    }

    static void AddLimits(IServiceCollection services) =>
        services.AddRateLimiter(it =>
        {
            it.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            it.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Limit(context, RequestsAMinute));
            it.AddPolicy(RouteLimit.Proofs, context => Limit(context, RouteLimit.ProofsAMinute));
        });

    static RateLimitPartition<string> Limit(HttpContext context, int requests) =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new() { PermitLimit = requests, Window = TimeSpan.FromMinutes(1) });

    static void Pipeline(WebApplication app, ServerSettings settings)
    {
        if (settings.IsBehindProxy)
            app.UseForwardedHeaders(new()
            {
                // The framework's own list of whom to believe: this machine.
                ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            });
        app.UseHostFiltering();
        app.UseMiddleware<FailureEdge>();
        app.Use(SecurityHeaders.Add);
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseStatusCodePages(ErrorAnswer.WriteAsync);
        app.UseMiddleware<AccessGate>();
        app.Use(PhotoForms.ReadAsync);
        app.UseAntiforgery();
        ServedFiles.Map(app);
        app.MapHealthChecks("/health", new() { ResponseWriter = SearchHealth.WriteAsync }).ForEverybody();
        FeatureList.Map(app);
        ApiRoutes.Map(app);
    }
}
