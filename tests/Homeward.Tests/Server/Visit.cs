using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Homeward.Cases.Agencies;

namespace Homeward.Tests.Server;

/// <summary>Somebody's requests, with his cookies and the tokens of the forms he was shown.</summary>
public sealed partial class Visit : IDisposable
{
    static int s_visits;

    /// <summary>Each comes from an address of its own, as visitors do: limits count by address.</summary>
    readonly IPAddress _address = AddressOf(Interlocked.Increment(ref s_visits));
    readonly CookieContainer _cookies = new();
    readonly HttpClient _client;

    public Visit(string url) => _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = _cookies,
        UseProxy = false,
        ConnectCallback = (target, cancel) => ConnectAsync(_address, target.DnsEndPoint, cancel),
    })
    { BaseAddress = new(url) };

    string _token = "";

    public string Url => _client.BaseAddress!.OriginalString;

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

    /// <summary>Sends a form with a file in it, as a page of ours has it.</summary>
    public async Task<HttpResponseMessage> PostFileAsync(
        string place, IEnumerable<(string Name, string Value)> fields, SentFile file)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", _token)))
            form.Add(new StringContent(value), name);
        var content = new ByteArrayContent(file.Bytes);
        content.Headers.ContentType = new(file.Type);
        form.Add(content, file.Field, file.Name);
        return await _client.PostAsync(place, form);
    }

    /// <summary>Sends a form that must be taken, and goes where it leads.</summary>
    public async Task GoAsync(string place, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(place, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await PageAsync(answer.Headers.Location!.OriginalString);
    }

    /// <summary>Sends a form that must be answered by a page.</summary>
    public async Task<string> PostedAsync(string place, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(place, fields);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

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

    /// <summary>A token for a program that acts for him.</summary>
    public async Task<string> TokenAsync()
    {
        await PageAsync("/account");
        var page = await PostedAsync("/account/tokens", ("name", "SYNTHETIC client"), ("days", "1"));
        return AccessTokenShown().Match(page).Groups[1].Value;
    }

    public string Cookie(string name) => _cookies.GetCookies(_client.BaseAddress!)[name]!.Value;

    /// <summary>A cookie that was taken from somebody.</summary>
    public void Plant(string name, string value) =>
        _cookies.Add(_client.BaseAddress!, new Cookie(name, value, "/"));

    /// <summary>Sends anything at all, with the cookies.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    /// <summary>A page without what differs from one answer to the next.</summary>
    public static string WithoutTokens(string page) => Token().Replace(page, "");

    public void Dispose() => _client.Dispose();

    static IPAddress AddressOf(int number) =>
        OperatingSystem.IsLinux()
            ? new([127, 1, (byte)((number >> 8) & 255), (byte)(number & 255)]) : IPAddress.Loopback;

    static async ValueTask<Stream> ConnectAsync(IPAddress from, DnsEndPoint to, CancellationToken cancel)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Bind(new IPEndPoint(from, 0));
        await socket.ConnectAsync(IPAddress.Loopback, to.Port, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    [GeneratedRegex("<code class=\"token\">([^<]+)</code>")]
    private static partial Regex AccessTokenShown();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
