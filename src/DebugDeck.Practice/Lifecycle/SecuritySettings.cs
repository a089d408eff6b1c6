using System.Text.Json.Nodes;
using DebugDeck.Practice.Processes;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>The security context of one container, with what it takes over from its pod.</summary>
internal sealed record SecuritySettings
{
    public int? RunAsUser { get; init; }

    public int? RunAsGroup { get; init; }

    public bool RunAsNonRoot { get; init; }

    public bool Privileged { get; init; }

    public bool ReadOnlyRoot { get; init; }

    public IReadOnlyList<int> ExtraGroups { get; init; } = [];

    public IReadOnlyList<string> Add { get; init; } = [];

    public IReadOnlyList<string> Drop { get; init; } = [];

    /// <summary>The capabilities that the runtime grants: its default set less what is dropped, and what is added.</summary>
    public Capabilities Granted => Privileged
        ? Capabilities.All
        : (Capabilities.Default & ~CapabilityNames.Parse(Drop)) | CapabilityNames.Parse(Add);

    public static SecuritySettings Of(JsonObject podSpec, JsonObject container)
    {
        var pod = podSpec["securityContext"] as JsonObject;
        var own = container["securityContext"] as JsonObject;
        var capabilities = own?["capabilities"] as JsonObject;
        var groups = Numbers(pod?["supplementalGroups"]);
        return new SecuritySettings
        {
            RunAsUser = (int?)own?["runAsUser"] ?? (int?)pod?["runAsUser"],
            RunAsGroup = (int?)own?["runAsGroup"] ?? (int?)pod?["runAsGroup"],
            RunAsNonRoot = (bool?)own?["runAsNonRoot"] ?? (bool?)pod?["runAsNonRoot"] ?? false,
            Privileged = (bool?)own?["privileged"] ?? false,
            ReadOnlyRoot = (bool?)own?["readOnlyRootFilesystem"] ?? false,
            ExtraGroups = pod?["fsGroup"] is { } group ? [.. groups, (int)group] : groups,
            Add = Texts(capabilities?["add"]),
            Drop = Texts(capabilities?["drop"]),
        };
    }

    private static IReadOnlyList<int> Numbers(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => (int)item!)];

    private static IReadOnlyList<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => (string)item!)];
}
