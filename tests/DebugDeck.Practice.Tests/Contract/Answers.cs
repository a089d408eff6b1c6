using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DebugDeck.Practice.Tests.Contract;

/// <summary>Takes out of answers what differs from run to run.</summary>
internal static partial class Answers
{
    /// <summary>A Status with ids of runs replaced, and without the Go structures that real servers append to some refusals.</summary>
    public static string Normalize(JsonNode? answer)
    {
        var copy = answer?.DeepClone();
        if (copy is JsonObject status)
        {
            status.Remove("metadata");
            foreach (var cause in status["details"]?["causes"] as JsonArray ?? [])
                Shorten(cause!.AsObject());
            Shorten(status);
        }

        return RunId().Replace(copy?.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) ?? "", "<id>");
    }

    private static void Shorten(JsonObject item)
    {
        if (item["message"]?.ToString() is { } message)
            item["message"] = GoDiff().Replace(message, "");
    }

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex RunId();

    [GeneratedRegex(@"\n(@@ .*)?$", RegexOptions.Singleline)]
    private static partial Regex GoDiff();
}
