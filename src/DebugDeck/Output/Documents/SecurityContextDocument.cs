using System.Text.Json.Serialization;
using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Output.Documents;

/// <summary>A security context as Kubernetes writes it: what is not asked for is not there.</summary>
internal sealed record SecurityContextDocument
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? AllowPrivilegeEscalation { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CapabilitiesPart? Capabilities { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Privileged { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? RunAsNonRoot { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? RunAsUser { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? RunAsGroup { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SeccompPart? SeccompProfile { get; init; }

    public static SecurityContextDocument? From(DebugSecurity? security) => security is null ? null : new()
    {
        AllowPrivilegeEscalation = security.AllowPrivilegeEscalation,
        Capabilities = security.AddedCapabilities.Count + security.DroppedCapabilities.Count == 0
            ? null
            : new CapabilitiesPart(NotEmpty(security.AddedCapabilities), NotEmpty(security.DroppedCapabilities)),
        Privileged = security.Privileged,
        RunAsNonRoot = security.RunAsNonRoot,
        RunAsUser = security.RunAsUser,
        RunAsGroup = security.RunAsGroup,
        SeccompProfile = security.SeccompProfile is { } type ? new SeccompPart(type) : null,
    };

    private static IReadOnlyList<string>? NotEmpty(IReadOnlyList<string> words) => words.Count == 0 ? null : words;

    internal sealed record CapabilitiesPart(
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Add,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Drop);

    internal sealed record SeccompPart(string Type);
}
