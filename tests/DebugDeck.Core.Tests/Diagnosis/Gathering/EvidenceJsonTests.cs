using System.Text;
using System.Text.Json;
using DebugDeck.Core.Diagnosis.Cluster;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Diagnosis.Gathering;

public sealed class EvidenceJsonTests
{
    private static CaseEvidence Everything => new CaseBuilder()
        .File("/etc/resolv.conf", "nameserver 10.96.0.10\n")
        .Absent("/etc/nsswitch.conf")
        .Directory("/usr/share/zoneinfo", "UTC", "Europe")
        .Log("starting", "x509: certificate signed by unknown authority")
        .Process("TZ=Europe/Berlin", "PATH=/bin")
        .With(new CommandRequest(["id", "-u"]), new CommandResult(0, "0\n", "", 3))
        .With(new ClusterRequest(), new ClusterFacts { Namespace = "shop", Missing = ["policies may not be read"] })
        .Build()
        .With(EvidenceAnswer.Missing(new LogTailRequest(Previous: true), "there is no run before the present one", "it has not restarted"));

    [Fact]
    public void Evidence_that_was_kept_reads_back_as_it_was()
    {
        var written = Write(Everything);

        var read = EvidenceJson.Read(JsonDocument.Parse(written).RootElement, Everything.TakenAt);

        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(Write(read)));
        Assert.Equal("nameserver 10.96.0.10\n", read.Files.Text("/etc/resolv.conf"));
        Assert.True(read.Files.WasAsked("/etc/nsswitch.conf"));
        Assert.False(read.Files.Exists("/etc/nsswitch.conf"));
        Assert.Equal(["/usr/share/zoneinfo/UTC", "/usr/share/zoneinfo/Europe"], read.Files["/usr/share/zoneinfo"]!.Listing!.Select(entry => entry.Path));
        Assert.Equal("Europe/Berlin", read.Find(new ProcessRequest())!.Variable("TZ"));
        Assert.Equal("docker://web", read.Details!.Target.Address.ToString());
        Assert.Equal("it has not restarted", read.Gap(new LogTailRequest(Previous: true))!.Hint);
    }

    [Fact]
    public void A_kind_of_a_later_version_is_left_out()
    {
        var read = EvidenceJson.Read(JsonDocument.Parse("""[{"kind": "telepathy", "request": {}, "item": {}}]""").RootElement, DateTimeOffset.UnixEpoch);

        Assert.Empty(read.Answers);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""[{"kind": "file"}]""")]
    [InlineData("""[{"kind": "file", "request": {"wish": {"kind": "sideways"}}}]""")]
    public void What_is_no_evidence_is_refused(string json) =>
        Assert.Throws<JsonException>(() => EvidenceJson.Read(JsonDocument.Parse(json).RootElement, DateTimeOffset.UnixEpoch));

    private static byte[] Write(CaseEvidence evidence)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory))
        {
            EvidenceJson.Write(writer, evidence);
        }

        return memory.ToArray();
    }
}
