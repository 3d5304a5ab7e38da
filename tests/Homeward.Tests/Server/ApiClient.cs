using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Homeward.Tests.Server;

/// <summary>A program that uses the API.</summary>
public sealed class ApiClient : IDisposable
{
    readonly HttpClient _client;

    public ApiClient(string url, string token)
    {
        _client = new() { BaseAddress = new(url) };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <param name="method">GET or POST.</param>
    /// <param name="place">The path.</param>
    /// <param name="body">What is sent by POST.</param>
    /// <param name="key">Of the record; null for none.</param>
    public Task<HttpResponseMessage> SendAsync(string method, string place, object? body = null, Guid? key = null)
    {
        var request = new HttpRequestMessage(new(method), place);
        if (method == "POST") request.Content = JsonContent.Create(body);
        if (key is { } of) request.Headers.Add("Idempotency-Key", of.ToString());
        return _client.SendAsync(request);
    }

    /// <summary>Sends a file as it is.</summary>
    public async Task<HttpResponseMessage> SendFileAsync(string place, string text)
    {
        using var content = new StringContent(text);
        return await _client.PostAsync(new Uri(place, UriKind.Relative), content);
    }

    public static async Task<JsonElement> BodyAsync(HttpResponseMessage answer) =>
        JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());

    public void Dispose() => _client.Dispose();
}
