using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Tests.Access;

/// <summary>One of the eight kinds of target: how its pod was written, and what its image holds.</summary>
internal sealed record MatrixTarget
{
    public string ImageUser { get; init; } = "";

    public string Passwd { get; init; } = "root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n";

    public JsonObject PodSecurity { get; init; } = [];

    public JsonObject Security { get; init; } = [];

    /// <summary>The image has the program's own folders and a <c>/tmp</c>.</summary>
    public bool HasAppFiles { get; init; } = true;

    public bool HasTmp { get; init; } = true;

    public bool HasErrorLog { get; init; } = true;

    public int ProgramMode { get; init; } = 0b111_101_101;

    public bool SharesPids { get; init; }

    public static MatrixTarget Of(string name) => name switch
    {
        "t-uid65532" => new() { ImageUser = "65532" },
        "t-uid65532-hardened" => new()
        {
            ImageUser = "65532",
            Security = Json("""{"readOnlyRootFilesystem": true, "allowPrivilegeEscalation": false, "capabilities": {"drop": ["ALL"]}}"""),
            HasErrorLog = false,
        },
        "t-scratch-gid0" => new() { ImageUser = "65532", Passwd = "", HasAppFiles = false, HasTmp = false },
        "t-root" => new(),
        "t-root-dropall" => new() { Security = Json("""{"capabilities": {"drop": ["ALL"]}}"""), HasErrorLog = false },
        "t-podlevel-65532" => new() { PodSecurity = Json("""{"runAsUser": 65532, "runAsGroup": 65532}""") },
        "t-sharepid" => new() { ImageUser = "65532", SharesPids = true },
        "t-nondumpable" => new()
        {
            ImageUser = "65532",
            Security = Json("""{"capabilities": {"drop": ["ALL"]}}"""),
            ProgramMode = 0b111_001_001,
            HasAppFiles = false,
        },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not a target of the table"),
    };

    private static JsonObject Json(string text) => (JsonObject)JsonNode.Parse(text)!;
}
