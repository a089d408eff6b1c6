using System.Net.Http.Headers;
using DebugDeck.Kubernetes.Configuration;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>The headers that go with every request: whom to act as, which name to check, who we are.</summary>
internal static class RequestIdentity
{
    private static readonly string Agent = $"debugdeck/{typeof(RequestIdentity).Assembly.GetName().Version?.ToString(3)}";

    public static void Apply(HttpRequestHeaders headers, KubeContext context)
    {
        headers.UserAgent.ParseAdd(Agent);
        if (context.Cluster.ServerName is { } name)
        {
            // SocketsHttpHandler takes both SNI and the name it checks from the Host header.
            headers.Host = name;
        }

        if (context.User.Impersonation is not { } actAs)
        {
            return;
        }

        headers.TryAddWithoutValidation("Impersonate-User", actAs.User);
        if (actAs.Uid is { } uid)
        {
            headers.TryAddWithoutValidation("Impersonate-Uid", uid);
        }

        Add(headers, "Impersonate-Group", actAs.Groups);
        foreach (var (key, values) in actAs.Extra)
        {
            Add(headers, "Impersonate-Extra-" + Uri.EscapeDataString(key), values);
        }
    }

    /// <summary>Some header must be sent more than once, which takes a <see cref="RepeatedHeaderStream"/>.</summary>
    public static bool RepeatsHeaders(KubeContext context) =>
        context.User.Impersonation is { } actAs && (actAs.Groups.Count > 1 || actAs.Extra.Values.Any(values => values.Count > 1));

    private static void Add(HttpRequestHeaders headers, string name, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            headers.TryAddWithoutValidation(values.Count == 1 ? name : RepeatedHeader.Name(name, i), values[i]);
        }
    }
}
