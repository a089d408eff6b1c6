using System.Globalization;
using System.Net;
using DebugDeck.Practice.Network.Dns;
using DebugDeck.Practice.Network.Scripted;

namespace DebugDeck.Practice.Worlds.Reading;

/// <summary>Reads the network of a world.</summary>
internal static class NetworkReader
{
    public static NetworkScript Read(YamlMap map)
    {
        var script = new NetworkScript
        {
            Servers = map.Texts("servers"),
            Names = [.. map.Maps("names").Select(Name)],
            Endpoints = [.. map.Maps("endpoints").Select(Endpoint)],
            Blocked = [.. map.Maps("blocked").Select(Blocked)],
        };
        map.Finish();
        return script;
    }

    private static DnsEntry Name(YamlMap map)
    {
        var drop = 0.0;
        if (map.Text("drop") is { } share && (!double.TryParse(share, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out drop) || drop > 1))
        {
            throw map.Error(map.Find("drop"), "'drop' is a share from 0 to 1");
        }

        if (map.Text("rcode") is { } rcode && DnsReply.Parse(rcode) < 0)
        {
            throw map.Error(map.Find("rcode"), $"there is no response code '{rcode}'");
        }

        var entry = new DnsEntry
        {
            Name = map.DemandText("name").TrimEnd('.').ToLowerInvariant(),
            IsZone = map.Flag("zone"),
            A = map.Texts("a"),
            Aaaa = map.Texts("aaaa"),
            Cname = map.Text("cname"),
            Txt = map.Texts("txt"),
            Rcode = map.Text("rcode"),
            Delay = map.Duration("delay") ?? TimeSpan.Zero,
            Drop = drop,
            Ttl = map.Number("ttl", 30),
        };
        map.Finish();
        return entry;
    }

    private static EndpointScript Endpoint(YamlMap map)
    {
        var text = map.Text("kind") ?? "plain";
        if (!Enum.TryParse<EndpointKind>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind))
        {
            throw map.Error(map.Find("kind"), $"there is no kind of end point '{text}'");
        }

        if (!IPAddress.TryParse(map.DemandText("address"), out var address))
        {
            throw map.Error(map.Find("address"), "'address' is an IP address");
        }

        var endpoint = new EndpointScript
        {
            Name = map.DemandText("name"),
            Address = address.ToString(),
            Port = map.Number("port", kind == EndpointKind.Plain ? 80 : 443),
            Kind = kind,
            Body = map.Text("body") ?? "ok\n",
        };
        map.Finish();
        return endpoint;
    }

    private static (string, string) Blocked(YamlMap map)
    {
        var rule = (map.DemandText("namespace"), map.DemandText("address"));
        map.Finish();
        return rule;
    }
}
