using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Tests.Access;

/// <summary>The twelve security contexts of the table, as the API would receive them.</summary>
internal static class MatrixDebuggers
{
    private const string Restricted =
        """ "runAsNonRoot": true, "allowPrivilegeEscalation": false, "seccompProfile": {"type": "RuntimeDefault"}, "capabilities": {"drop": ["ALL"]} """;

    public static JsonObject SecurityContext(string name) => (JsonObject)JsonNode.Parse(name switch
    {
        """root, kubectl "general" (add SYS_PTRACE)""" => """{"capabilities": {"add": ["SYS_PTRACE"]}}""",
        """root, no securityContext ("legacy"/"baseline")""" => "{}",
        """root, "netadmin" (add NET_ADMIN,NET_RAW)""" => """{"capabilities": {"add": ["NET_ADMIN", "NET_RAW"]}}""",
        """root, "sysadmin" (privileged)""" => """{"privileged": true}""",
        "root, drop ALL" => """{"capabilities": {"drop": ["ALL"]}}""",
        "root, drop ALL add SYS_PTRACE" => """{"capabilities": {"drop": ["ALL"], "add": ["SYS_PTRACE"]}}""",
        "\"restricted\" as is (runAsNonRoot, no runAsUser)" => $"{{{Restricted}}}",
        "restricted + runAsUser 65532 (gid not set)" => $"{{\"runAsUser\": 65532, {Restricted}}}",
        "restricted + runAsUser 65532 runAsGroup 65532" => $"{{\"runAsUser\": 65532, \"runAsGroup\": 65532, {Restricted}}}",
        "runAsUser 65532 runAsGroup 65532, default caps" => """{"runAsUser": 65532, "runAsGroup": 65532}""",
        "runAsUser 1000 runAsGroup 1000 restricted" => $"{{\"runAsUser\": 1000, \"runAsGroup\": 1000, {Restricted}}}",
        "runAsUser 65532:65532 + add SYS_PTRACE" => """{"runAsUser": 65532, "runAsGroup": 65532, "capabilities": {"add": ["SYS_PTRACE"]}}""",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not a row of the table"),
    })!;
}
