using System.Globalization;
using DebugDeck.Core.Logs;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Logs;

/// <summary>The path and query that ask for a log.</summary>
internal static class LogQuestion
{
    /// <param name="container">Whose log.</param>
    /// <param name="request">What is wanted of it.</param>
    /// <param name="since">Where to go on; null for the beginning of what is wanted.</param>
    public static string Path(PodKey container, LogRequest request, LogStamp? since)
    {
        var query = $"{container.Path}/log?container={Uri.EscapeDataString(container.Container)}&timestamps=true";
        if (request.Follow && !request.Previous)
        {
            query += "&follow=true";
        }

        if (request.Previous)
        {
            query += "&previous=true";
        }

        var from = since ?? (request.Since is { } moment ? LogStamp.From(moment) : null);
        if (from is { } stamp)
        {
            // The server knows whole seconds only, and takes a fraction for the next one in some versions.
            query += "&sinceTime=" + Uri.EscapeDataString(stamp.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        // What is asked for again begins in the middle.
        return since is null && request.Tail is { } tail ? $"{query}&tailLines={tail.ToString(CultureInfo.InvariantCulture)}" : query;
    }
}
