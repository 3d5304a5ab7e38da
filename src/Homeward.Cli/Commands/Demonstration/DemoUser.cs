using System.Text.Json;
using System.Text.Json.Serialization;
using Homeward.Cases.Access;
using Homeward.Cli.Inputs;
using Homeward.Server.Accounts;

namespace Homeward.Cli.Commands.Demonstration;

/// <summary>A user of the demonstration whom a visitor of its pages can be.</summary>
sealed record DemoUser(Role Role, DemoState.Office Office)
{
    static readonly JsonSerializerOptions Style = new()
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    sealed record Written(Role Role, Guid User, Guid Agency, string AgencyName);

    public static Task WriteAsync(DataFolder folder, IEnumerable<DemoUser> users, CancellationToken cancel) =>
        File.WriteAllTextAsync(
            folder.DemoUsers,
            JsonSerializer.Serialize(
                users.Select(it => new Written(
                    it.Role, it.Office.User.Id.Value, it.Office.Agency.Id.Value, it.Office.Agency.Name)),
                Style),
            cancel);

    /// <summary>Empty when the folder holds no demonstration that pages can show.</summary>
    public static async Task<IReadOnlyList<ReadyUser>> ReadAsync(DataFolder folder, CancellationToken cancel)
    {
        if (!File.Exists(folder.DemoUsers)) return [];
        var written = JsonSerializer.Deserialize<Written[]>(
            await File.ReadAllTextAsync(folder.DemoUsers, cancel), Style) ?? [];
        return [.. written.Select(it => new ReadyUser(new(it.User), new(it.Agency), it.Role, it.AgencyName))];
    }
}
