using System.Net;
using System.Text.RegularExpressions;
using Homeward.Cases.Agencies;

namespace Homeward.Tests.Server;

/// <summary>Somebody's requests, with his cookies and the tokens of the forms he was shown.</summary>
public sealed partial class Visit(string url) : IDisposable
{
    readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = new(),
        UseProxy = false,
    })
    { BaseAddress = new(url) };

    string _token = "";

    public async Task<HttpResponseMessage> GetAsync(string place)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, place);
        request.Headers.Accept.ParseAdd("text/html");
        var answer = await _client.SendAsync(request);
        var token = Token().Match(await answer.Content.ReadAsStringAsync());
        if (token.Success) _token = WebUtility.HtmlDecode(token.Groups[1].Value);
        return answer;
    }

    /// <summary>The answer as soon as it begins.</summary>
    public Task<HttpResponseMessage> StreamAsync(string place, CancellationToken cancel) =>
        _client.GetAsync(new Uri(place, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancel);

    public async Task<string> PageAsync(string place)
    {
        var answer = await GetAsync(place);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form as a page of ours has it.</summary>
    public Task<HttpResponseMessage> PostAsync(string place, params (string Name, string Value)[] fields) =>
        PostForeignAsync(place, [.. fields, ("__RequestVerificationToken", _token)]);

    /// <summary>Sends a form as somebody else's page would: with the cookies, without a token.</summary>
    public async Task<HttpResponseMessage> PostForeignAsync(string place, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(it => KeyValuePair.Create(it.Name, it.Value)));
        return await _client.PostAsync(place, form);
    }

    public async Task SignInAsync(UserId user)
    {
        await PageAsync("/sign-in");
        var answer = await PostAsync("/sign-in/ready", ("user", user.Value.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
