using System.Text.Encodings.Web;
using System.Text.Json;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>How what is sent to a server is written.</summary>
internal static class ManifestJson
{
    /// <summary>One line; quotes in scripts stay readable, which they would not as \u0027.</summary>
    public static JsonSerializerOptions Compact { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
