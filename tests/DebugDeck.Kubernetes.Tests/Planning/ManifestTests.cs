using System.Text.Json.Nodes;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Kubernetes.Planning;
using DebugDeck.TestKit;

namespace DebugDeck.Kubernetes.Tests.Planning;

public sealed class ManifestTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("ec-patch-dryrun-ok.json", "general")]
    [InlineData("ec-patch-dryrun-restricted-ns-accepted.json", "restricted")]
    [InlineData("ec-patch-dryrun-baseline-ns-rejected-privileged.json", "sysadmin")]
    [InlineData("ec-patch-dryrun-baseline-ns-accepted-nosc.json", "baseline")]
    public void Security_contexts_are_those_that_a_real_cluster_was_asked_with(string recording, string profile)
    {
        var asked = JsonNode.Parse(Recording.Read($"plan/{recording}"))!["request"]!["body"]!["spec"]!["ephemeralContainers"]![0]!["securityContext"];

        var ours = SecurityJson.Write(profile == "restricted" ? DebugProfiles.Restricted(65532, 65532) : DebugProfiles.Named(profile));

        Assert.True(JsonNode.DeepEquals(asked, ours), ours?.ToJsonString());
    }

    [Fact]
    public void The_patch_names_only_the_new_container_and_carries_what_sessions_need()
    {
        var facts = RecordedPod.Facts("checkout-6c75bcbb88-7pwb8");

        var patch = EphemeralPatch.Write("debugdeck-abcde", facts, "docker.io/library/busybox:latest", DebugProfiles.Restricted(65532, 65532), Hour, "ada@laptop");

        Golden.Matches("ephemeral-patch", JsonNode.Parse(patch)!.ToString());
    }

    [Fact]
    public void A_copy_is_the_target_alone_waiting_and_labelled_as_nobodys()
    {
        var facts = RecordedPod.Facts("multi", "web", pod =>
        {
            var container = pod["spec"]!["containers"]!.AsArray().Single(one => one!["name"]!.GetValue<string>() == "web")!;
            container["command"] = new JsonArray("/app/server", "--port=$(PORT)");
            container["args"] = new JsonArray("-v");
            container["livenessProbe"] = new JsonObject { ["httpGet"] = new JsonObject { ["port"] = 8080 } };
            container["lifecycle"] = new JsonObject { ["preStop"] = new JsonObject() };
            container["ports"] = new JsonArray(new JsonObject { ["containerPort"] = 8080, ["hostPort"] = 80 });
            container["resources"] = new JsonObject { ["limits"] = new JsonObject { ["memory"] = "64Mi" } };
            pod["spec"]!["topologySpreadConstraints"] = new JsonArray();
            pod["spec"]!["affinity"] = JsonNode.Parse("""{"nodeAffinity": {"preferred": []}, "podAntiAffinity": {"required": []}}""");
        });

        var copy = CopyPod.Write("multi-debugdeck-abcde", facts, null, "docker.io/library/busybox:latest", Hour, "ada@laptop");

        Golden.Matches("copy-pod", JsonNode.Parse(copy)!.ToString());
    }

    [Fact]
    public void Init_containers_come_along_only_if_they_have_prepared_a_volume_that_a_copy_gets_empty()
    {
        var facts = RecordedPod.Facts("checkout-6c75bcbb88-7pwb8", change: pod =>
        {
            var spec = pod["spec"]!;
            spec["volumes"] = JsonNode.Parse("""[{"name": "made", "emptyDir": {}}, {"name": "config", "configMap": {"name": "c"}}]""");
            spec["containers"]![0]!["volumeMounts"] = JsonNode.Parse("""[{"name": "made", "mountPath": "/made"}, {"name": "config", "mountPath": "/config"}]""");
            spec["initContainers"] = JsonNode.Parse("""
                [
                  {"name": "render", "image": "a", "args": ["x"], "volumeMounts": [{"name": "made", "mountPath": "/out"}]},
                  {"name": "migrate", "image": "b", "volumeMounts": [{"name": "config", "mountPath": "/config"}]},
                  {"name": "hangs", "image": "c", "volumeMounts": [{"name": "made", "mountPath": "/out"}]},
                  {"name": "proxy", "image": "d", "restartPolicy": "Always", "volumeMounts": [{"name": "made", "mountPath": "/out"}]}
                ]
                """);
            pod["status"]!["initContainerStatuses"] = JsonNode.Parse("""
                [
                  {"name": "render", "state": {"terminated": {"exitCode": 0}}},
                  {"name": "migrate", "state": {"terminated": {"exitCode": 0}}},
                  {"name": "hangs", "state": {"running": {}}}
                ]
                """);
        });

        var copy = JsonNode.Parse(CopyPod.Write("x", facts, null, "busybox", Hour, "ada"))!;

        Assert.Equal(["render", "debugdeck-tools"], copy["spec"]!["initContainers"]!.AsArray().Select(one => one!["name"]!.GetValue<string>()));
        Assert.Equal("x", copy["spec"]!["initContainers"]![0]!["args"]![0]!.GetValue<string>());
        Assert.Equal(["hangs"], CopyInitContainers.Unfinished(facts));
        Assert.Equal(["made", "config", "debugdeck-tools"], copy["spec"]!["volumes"]!.AsArray().Select(one => one!["name"]!.GetValue<string>()));
    }

    [Fact]
    public void The_tools_of_a_copy_can_be_exchanged()
    {
        var copy = CopyPod.Write("x", RecordedPod.Facts("crasher"), null, "busybox:glibc", Hour, "ada");

        var other = JsonNode.Parse(CopyPod.WithToolsImage(copy, "busybox:musl"))!;

        Assert.Equal("busybox:musl", other["spec"]!["initContainers"]![0]!["image"]!.GetValue<string>());
        Assert.Equal("busybox:musl", other["metadata"]!["annotations"]![CopyPod.ToolboxAnnotation]!.GetValue<string>());
        Assert.DoesNotContain("glibc", other.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exec sleep 3600")]
    [InlineData("echo $HOME $$ $(id) $((1+2)) ${X} $")]
    [InlineData("$$$(A)$$$$")]
    public void A_script_arrives_in_the_container_as_it_was_written(string script) => Assert.Equal(script, Expand(KubernetesExpansion.Escape(script)));

    [Theory]
    [InlineData("web", "web-debugdeck-")]
    [InlineData("a-pod-with-a-very-long-name-that-alone-fills-all-there-is-of-room", "a-pod-with-a-very-long-name-that-alone-fills-al-debugdeck-")]
    public void A_copys_name_fits_into_a_host_name(string pod, string beginning)
    {
        var name = DebugNames.Copy(pod);

        Assert.StartsWith(beginning, name, StringComparison.Ordinal);
        Assert.Matches("^[a-z0-9-]{1,63}$", name);
    }

    // What Kubernetes does to the words of a command, every variable being known and empty.
    private static string Expand(string text)
    {
        var result = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '$' || i + 1 == text.Length)
            {
                result.Append(text[i]);
            }
            else if (text[i + 1] == '$')
            {
                result.Append('$');
                i++;
            }
            else if (text[i + 1] == '(' && text.IndexOf(')', i) is > 0 and var end)
            {
                i = end;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }
}
