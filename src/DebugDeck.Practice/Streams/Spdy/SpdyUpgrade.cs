using DebugDeck.Practice.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DebugDeck.Practice.Streams.Spdy;

/// <summary>Turns a request into a SPDY connection.</summary>
internal static class SpdyUpgrade
{
    private const string Spdy = "SPDY/3.1";
    private const string ProtocolHeader = "X-Stream-Protocol-Version";

    public static bool IsAskedFor(HttpContext http)
    {
        return http.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest == true
            && http.Request.Headers.Upgrade.ToString().Equals(Spdy, StringComparison.OrdinalIgnoreCase);
    }

    public static async Task AcceptAsync(ApiRequest request, Func<IExecConnection, Task> serve)
    {
        var headers = request.Http.Request.Headers[ProtocolHeader];
        if (!headers.Contains(StreamProtocol.V4.Name))
        {
            throw new ApiException(
                403, "Forbidden", $"unable to upgrade: unable to negotiate protocol: client supports {headers}, server accepts [{StreamProtocol.V4.Name}]");
        }

        request.Http.Response.Headers.Upgrade = Spdy;
        request.Http.Response.Headers[ProtocolHeader] = StreamProtocol.V4.Name;
        await using var stream = await request.Http.Features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        using var connection = new SpdyConnection(stream, Expected(request));
        await serve(connection);
    }

    /// <summary>The streams that the client will open, by what it said it wants.</summary>
    private static List<string> Expected(ApiRequest request)
    {
        var expected = new List<string> { "error" };
        if (request.Flag("stdin"))
            expected.Add("stdin");
        if (request.Flag("stdout"))
            expected.Add("stdout");
        if (request.Flag("tty"))
            expected.Add("resize");
        else if (request.Flag("stderr"))
            expected.Add("stderr");
        return expected;
    }
}
