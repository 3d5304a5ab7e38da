using System.Text.Json.Serialization;

namespace Homeward.Server.Genes;

/// <summary>What the search that lives in this process does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SearchState>))]
public enum SearchState
{
    /// <summary>It takes everybody into memory; whoever comes meanwhile is searched afterwards.</summary>
    Loading,

    /// <summary>Everybody is in memory, and somebody has not been searched yet.</summary>
    Searching,

    /// <summary>Everybody who can be is searched.</summary>
    Ready,

    /// <summary>Somebody else has begun to search under other terms: this process searches nobody until it is started
    /// anew.</summary>
    OtherTerms,

    /// <summary>The last attempt failed; it is made again.</summary>
    Failed,
}
