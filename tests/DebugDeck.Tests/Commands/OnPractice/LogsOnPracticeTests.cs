using System.Text.Json.Nodes;

namespace DebugDeck.Tests.Commands.OnPractice;

/// <summary>Logs of whole pods: of a running one, of one that keeps crashing, of one that has never run.</summary>
public sealed class LogsOnPracticeTests(PracticeShop shop) : IClassFixture<PracticeShop>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_containers_are_one_log_each_line_with_its_name()
    {
        string[] all = ["[log-shipper]", "[sidecar]", "[web]", "[worker]"];
        var began = TimeProvider.System.GetTimestamp();
        var result = await shop.RunAsync("logs", "pod/multi", "--all-containers");

        // On a loaded machine one of them has not written its first line yet.
        while (!all.SequenceEqual(Names(result.Output)) && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(100, Token);
            result = await shop.RunAsync("logs", "pod/multi", "--all-containers");
        }

        Assert.Equal((0, ""), (result.Code, result.Error));
        Assert.Equal(all, Names(result.Output));
    }

    [Fact]
    public async Task All_containers_are_merged_in_the_order_in_which_they_wrote()
    {
        var result = await shop.RunAsync("logs", "pod/multi", "--all-containers", "--timestamps");

        var times = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => DateTimeOffset.Parse(line.Split(' ')[1], null)).ToList();
        Assert.Equal(times.Order(), times);
    }

    [Fact]
    public async Task A_container_that_has_no_log_does_not_cost_the_others_theirs()
    {
        var result = await shop.RunAsync("logs", "pod/init-wait", "--all-containers");

        Assert.Equal(0, result.Code);
        Assert.Contains("[wait-for-db] ", result.Output, StringComparison.Ordinal);
        Assert.Contains("app: container \"app\" in pod \"init-wait\" is waiting to start: PodInitializing", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_gets_every_container_and_a_list()
    {
        var folder = shop.NewFolder();

        var result = await shop.RunAsync("logs", "pod/multi", "--to", folder);

        var manifest = Manifest(folder, "multi");
        Assert.Equal((0, ""), (result.Code, result.Output));
        Assert.Equal(["log-shipper.log", "sidecar.log", "web.log", "worker.log"], Names(manifest, "files", "file"));
        Assert.Equal(["log-shipper.log", "manifest.json", "sidecar.log", "web.log", "worker.log"], Files(folder, "multi").Order(StringComparer.Ordinal));
        Assert.Empty(manifest["missing"]!.AsArray());
        Assert.Equal((1, "pod/multi", "shop"), ((int)manifest["schemaVersion"]!, (string?)manifest["target"], (string?)manifest["namespace"]));
        Assert.All(manifest["files"]!.AsArray(), file => Assert.Equal(new FileInfo(Path.Combine(folder, "multi", (string)file!["file"]!)).Length, (long)file["bytes"]!));
    }

    [Fact]
    public async Task A_folder_gets_the_run_before_of_what_keeps_crashing()
    {
        // It has to have crashed twice before there are two runs.
        for (var began = TimeProvider.System.GetTimestamp(); ; await Task.Delay(200, Token))
        {
            var folder = shop.NewFolder();
            var result = await shop.RunAsync("logs", "deploy/crash-loop", "--to", folder);
            Assert.Equal(0, result.Code);
            var pod = Path.GetFileName(Assert.Single(Directory.GetDirectories(folder)));
            if (Names(Manifest(folder, pod), "files", "file") is ["app.log", "app.previous.log"])
            {
                Assert.NotEmpty(await File.ReadAllTextAsync(Path.Combine(folder, pod, "app.previous.log"), Token));
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, Manifest(folder, pod).ToJsonString());
        }
    }

    [Fact]
    public async Task What_could_not_be_had_is_listed_with_its_reason_and_has_no_file()
    {
        var folder = shop.NewFolder();

        var result = await shop.RunAsync("logs", "pod/init-wait", "--to", folder);

        var missing = Assert.Single(Manifest(folder, "init-wait")["missing"]!.AsArray())!;
        Assert.Equal((0, "app", "current"), (result.Code, (string?)missing["container"], (string?)missing["run"]));
        Assert.Equal("container \"app\" in pod \"init-wait\" is waiting to start: PodInitializing", (string?)missing["reason"]);
        Assert.Equal(["manifest.json", "wait-for-db.log"], Files(folder, "init-wait").Order(StringComparer.Ordinal));
        Assert.Contains("not there: app (current): ", result.Error, StringComparison.Ordinal);
    }

    private static JsonNode Manifest(string folder, string pod) => JsonNode.Parse(File.ReadAllText(Path.Combine(folder, pod, "manifest.json")))!;

    private static List<string> Names(JsonNode manifest, string list, string field) =>
        [.. manifest[list]!.AsArray().Select(one => (string)one![field]!).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Files(string folder, string pod) => Directory.GetFiles(Path.Combine(folder, pod)).Select(file => Path.GetFileName(file));

    private static IEnumerable<string> Names(string output) =>
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line[..(line.IndexOf(']', StringComparison.Ordinal) + 1)]).Distinct().Order(StringComparer.Ordinal);
}
