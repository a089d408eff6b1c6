using System.Text.Json.Nodes;

namespace DebugDeck.TestKit.Families;

/// <summary>An image's configuration, as its build writes it.</summary>
public sealed record ImageConfig
{
    /// <summary>As it stands in the configuration: builds also write 1970, or the year 1.</summary>
    public string Created { get; init; } = "2026-02-26T12:00:00Z";

    public string User { get; init; } = "";

    public string WorkingDirectory { get; init; } = "/";

    public IReadOnlyList<string> Entrypoint { get; init; } = ["/app"];

    public IReadOnlyList<string> Command { get; init; } = [];

    public IReadOnlyList<string> Environment { get; init; } = ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"];

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> History { get; init; } = [];

    public string ToJson() => new JsonObject
    {
        ["architecture"] = "amd64",
        ["os"] = "linux",
        ["created"] = Created,
        ["config"] = new JsonObject
        {
            [nameof(User)] = User,
            ["WorkingDir"] = WorkingDirectory,
            [nameof(Entrypoint)] = List(Entrypoint),
            ["Cmd"] = List(Command),
            ["Env"] = List(Environment),
            [nameof(Labels)] = new JsonObject(Labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)label.Value))),
        },
        ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray() },
        ["history"] = new JsonArray([.. History.Select(step => new JsonObject { ["created_by"] = step })]),
    }.ToJsonString();

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);
}
