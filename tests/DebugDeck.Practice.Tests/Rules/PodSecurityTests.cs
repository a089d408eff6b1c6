using System.Text.Json.Nodes;
using DebugDeck.Practice.Admission;

namespace DebugDeck.Practice.Tests.Rules;

/// <summary>The Pod Security Standards on specs that no recording has.</summary>
public sealed class PodSecurityTests
{
    private const string Clean = """
        "allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}
        """;

    [Theory]
    [InlineData("""{"hostNetwork":true,"hostPID":true,"containers":[]}""", "host namespaces (hostNetwork=true, hostPID=true)")]
    [InlineData("""{"volumes":[{"name":"v","hostPath":{"path":"/"}}],"containers":[]}""", "hostPath volumes (volume \"v\")")]
    [InlineData("""{"containers":[{"name":"a","ports":[{"containerPort":1,"hostPort":8080}]}]}""", "hostPort (container \"a\" uses hostPort 8080)")]
    [InlineData("""{"containers":[{"name":"a","securityContext":{"privileged":true}},{"name":"b","securityContext":{"privileged":true}}]}""", "privileged (containers \"a\", \"b\" must not set securityContext.privileged=true)")]
    [InlineData("""{"securityContext":{"seccompProfile":{"type":"Unconfined"}},"containers":[{"name":"a"}]}""", "seccompProfile (pod must not set securityContext.seccompProfile.type to \"Unconfined\")")]
    [InlineData("""{"initContainers":[{"name":"i","securityContext":{"capabilities":{"add":["SYS_ADMIN","CHOWN"]}}}],"containers":[{"name":"a"}]}""", "non-default capabilities (container \"i\" must not include \"SYS_ADMIN\" in securityContext.capabilities.add)")]
    [InlineData("""{"securityContext":{"sysctls":[{"name":"kernel.msgmax"},{"name":"net.ipv4.tcp_syncookies"}]},"containers":[]}""", "forbidden sysctls (kernel.msgmax)")]
    public void Baseline_refuses_what_leads_out_of_the_container(string spec, string expected)
    {
        Assert.Equal($"violate PodSecurity \"baseline:latest\": {expected}", Violations(PodSecurityLevel.Baseline, spec));
    }

    [Theory]
    [InlineData("""{"volumes":[{"name":"v","hostPath":{"path":"/"}}],"containers":[{"name":"a","securityContext":{CLEAN}}]}""", "restricted volume types (volume \"v\" uses restricted volume type \"hostPath\")")]
    [InlineData("""{"securityContext":{"runAsNonRoot":false},"containers":[{"name":"a","securityContext":{CLEAN}}]}""", "runAsNonRoot != true (pod must not set securityContext.runAsNonRoot=false)")]
    [InlineData("""{"securityContext":{"runAsUser":0},"containers":[{"name":"a","securityContext":{CLEAN}}]}""", "runAsUser=0 (pod must not set runAsUser=0)")]
    [InlineData("""{"containers":[{"name":"a","securityContext":{CLEAN}},{"name":"b","securityContext":{CLEAN,"allowPrivilegeEscalation":true}}]}""", "allowPrivilegeEscalation != false (container \"b\" must set securityContext.allowPrivilegeEscalation=false)")]
    public void Restricted_wants_privileges_given_up(string spec, string expected)
    {
        var text = spec.Replace("CLEAN,\"allowPrivilegeEscalation\":true", Clean.Replace("false", "true", StringComparison.Ordinal), StringComparison.Ordinal)
            .Replace("CLEAN", Clean, StringComparison.Ordinal);

        Assert.Equal($"violate PodSecurity \"restricted:latest\": {expected}", Violations(PodSecurityLevel.Restricted, text));
    }

    [Fact]
    public void What_the_pod_says_holds_for_its_containers()
    {
        var spec = """
            {"securityContext":{"runAsNonRoot":true,"seccompProfile":{"type":"RuntimeDefault"}},
             "containers":[{"name":"a","securityContext":{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"],"add":["NET_BIND_SERVICE"]}}}]}
            """;

        Assert.Null(Violations(PodSecurityLevel.Restricted, spec));
        Assert.Null(Violations(PodSecurityLevel.Privileged, """{"hostPID":true,"containers":[]}"""));
    }

    private static string? Violations(PodSecurityLevel level, string spec) =>
        PodSecurityStandards.Violations(level, "latest", JsonNode.Parse(spec)!.AsObject());
}
