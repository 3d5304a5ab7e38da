using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Homeward.Server;

/// <summary>Measurements and traces for the operator's own collector, by OpenTelemetry. Without one nothing is measured
/// or sent.</summary>
static class Telemetry
{
    /// <summary>What the framework measures by itself; its request metrics name routes, never addresses.</summary>
    static readonly string[] Meters =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
            "System.Runtime"];

    public static void AddTelemetry(this IServiceCollection services, ServerSettings settings)
    {
        if (settings.Collector is not { } collector) return;
        services.AddOpenTelemetry()
            .ConfigureResource(it => it.AddService(
                "homeward", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3),
                autoGenerateServiceInstanceId: false))
            .WithMetrics(it => it.AddMeter(Meters).AddOtlpExporter(to => SendTo(to, collector, "v1/metrics")))
            .WithTracing(it => it.AddAspNetCoreInstrumentation().AddProcessor(new RoutesOnly())
                .AddOtlpExporter(to => SendTo(to, collector, "v1/traces")));
    }

    static void SendTo(OtlpExporterOptions to, Uri collector, string path)
    {
        to.Protocol = OtlpExportProtocol.HttpProtobuf;
        to.Endpoint = new($"{collector.ToString().TrimEnd('/')}/{path}");
    }

    /// <summary>An address holds ids of people: the route that answered says enough. The browser's name tells one
    /// visitor from another.</summary>
    sealed class RoutesOnly : BaseProcessor<Activity>
    {
        static readonly HashSet<string> Kept =
            ["http.request.method", "http.route", "http.response.status_code", "error.type", "url.scheme"];

        public override void OnEnd(Activity data)
        {
            foreach (var (name, _) in data.TagObjects.ToList())
                if (!Kept.Contains(name)) data.SetTag(name, null);
            data.TraceStateString = null;
        }
    }
}
