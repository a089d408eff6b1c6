using System.Buffers.Binary;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Tests.Worlds;

namespace DebugDeck.Practice.Tests.Network;

/// <summary>Names and end points, as the tools of a debug container see them.</summary>
public sealed class NetworkTests(RunningWorld world) : IClassFixture<RunningWorld>
{
    [Fact]
    public async Task A_service_is_found_by_its_name_and_asked()
    {
        var (pod, debug) = await ToolsAsync();

        var (output, _, code) = await world.ExecAsync("shop", pod, debug, "nslookup -type=a payments.shop.svc.cluster.local; wget -q -O - http://payments");

        Assert.Equal(("Server:\t\t10.96.0.10\nAddress:\t10.96.0.10:53\n\nName:\tpayments.shop.svc.cluster.local\nAddress: 10.96.12.3\n\npayments: ok\n", 0), (output, code));
    }

    [Theory]
    [InlineData("paymentz.shop.svc.cluster.local", "NXDOMAIN")]
    [InlineData("broken.vendor.example", "SERVFAIL")]
    [InlineData("refused.vendor.example", "REFUSED")]
    public async Task A_name_fails_with_the_code_that_the_world_scripts(string name, string code)
    {
        var (pod, debug) = await ToolsAsync();

        var (output, _, status) = await world.ExecAsync("shop", pod, debug, $"nslookup {name}");

        Assert.Contains($"** server can't find {name}: {code}", output, StringComparison.Ordinal);
        Assert.Equal(1, status);
    }

    [Fact]
    public async Task The_search_list_costs_queries_that_are_counted()
    {
        var (pod, debug) = await ToolsAsync();

        await world.ExecAsync("shop", pod, debug, "wget -q -O /dev/null http://status.vendor.example");

        var queries = world.World.DnsQueries;
        Assert.All(["A", "AAAA"], type => Assert.True(queries[("status.vendor.example.svc.cluster.local", type)] >= 1));
    }

    [Theory]
    [InlineData("api.partner.example", 0, "ok")]
    [InlineData("billing.partner.example", 20, "unable to get local issuer certificate")]
    [InlineData("legacy.partner.example", 10, "certificate has expired")]
    [InlineData("early.partner.example", 9, "certificate is not yet valid")]
    [InlineData("vault.corp.internal", 20, "unable to get local issuer certificate")]
    [InlineData("telemetry.vendor.example", 20, "unable to get local issuer certificate")]
    public async Task A_certificate_is_judged_as_openssl_judges_it(string name, int code, string message)
    {
        var (pod, debug) = await ToolsAsync();

        var (output, errors, _) = await world.ExecAsync("shop", pod, debug, $"openssl s_client -connect {name}:443 < /dev/null | grep Verify");

        Assert.Equal(($"Verify return code: {code} ({message})\n", ""), (output, errors));
    }

    [Fact]
    public async Task Curl_refuses_a_certificate_for_another_name()
    {
        var (pod, debug) = await ToolsAsync();

        var (_, errors, code) = await world.ExecAsync("shop", pod, debug, "curl -sS https://moved.partner.example/");

        Assert.Equal(("curl: (60) SSL: no alternative certificate subject name matches target host name 'moved.partner.example'\n", 60), (errors, code));
    }

    [Fact]
    public async Task Dns_is_answered_over_a_byte_stream()
    {
        var (pod, debug) = await ToolsAsync();
        byte[] query = [0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 3, .. "api"u8, 7, .. "partner"u8, 7, .. "example"u8, 0, 0, 1, 0, 1];
        var framed = new byte[query.Length + 2];
        BinaryPrimitives.WriteUInt16BigEndian(framed, (ushort)query.Length);
        query.CopyTo(framed, 2);

        var (output, _, code) = await world.ExecAsync("shop", pod, debug, "nc 10.96.0.10 53 | od -A n -t x1 | tr -d '\\n'", framed);

        Assert.Equal(0, code);
        Assert.StartsWith(" 00 48 12 34 85 80 00 01 00 01", output, StringComparison.Ordinal);
        Assert.EndsWith(" 00 04 cb 00 71 0a", output, StringComparison.Ordinal);
    }

    private async Task<(string Pod, string Debug)> ToolsAsync()
    {
        var pod = world.PodOf("shop", "checkout");
        return (pod, await world.DebugAsync("shop", pod, "app", new JsonObject { ["capabilities"] = new JsonObject { ["add"] = new JsonArray("SYS_PTRACE") } }, "nicolaka/netshoot"));
    }
}
