using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Cases.Bulletins;
using Homeward.Genetics.Primitives;

namespace Homeward.Storage.Bulletins;

/// <summary>A plan as it stands in its column. A plan is never read in part and never changes.</summary>
static class PlanText
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(BulletinPlan plan) => JsonSerializer.Serialize(plan, Options);

    public static BulletinPlan Read(string text)
    {
        var plan = JsonSerializer.Deserialize<BulletinPlan>(text, Options);
        Check.That(plan is not null);
        return plan;
    }
}
