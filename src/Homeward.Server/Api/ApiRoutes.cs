using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Server.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Homeward.Server.Api;

/// <summary>The interface for programs: the same rules, the same log, and a description that is made from it.</summary>
static class ApiRoutes
{
    const string Version = "v1";

    public static void AddApi(this IServiceCollection services)
    {
        // What a client sends and nobody reads is a mistake of one of them.
        services.ConfigureHttpJsonOptions(it =>
        {
            it.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            it.SerializerOptions.Converters.Add(
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        services.AddOpenApi(Version, it =>
        {
            it.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
            it.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "Homeward", Version = Version };
                document.Components ??= new();
                document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [TokenScheme.Name] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.Http,
                        Scheme = "bearer",
                    },
                };
                document.Security =
                    [new() { [new OpenApiSecuritySchemeReference(TokenScheme.Name, document)] = [] }];
                return Task.CompletedTask;
            });
        });
    }

    public static void Map(IEndpointRouteBuilder root)
    {
        var api = root.MapGroup("/api/v1");
        RecordingRoutes.Map(api);
        PeopleRoutes.Map(api);
        CandidateRoutes.Map(api);
        BatchRoutes.Map(api);
        root.MapOpenApi("/api/v1/openapi.json").ForEverybody();
    }
}
