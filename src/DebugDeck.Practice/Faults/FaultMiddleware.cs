using DebugDeck.Practice.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DebugDeck.Practice.Faults;

/// <summary>Stands before everything else and spoils the requests that the switch says.</summary>
internal sealed class FaultMiddleware(FaultSwitch faults, TimeProvider time)
{
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        foreach (var fault in faults.Take($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString}"))
        {
            switch (fault.Kind)
            {
                case FaultKind.Slow:
                    await Task.Delay(fault.Delay, time, http.RequestAborted);
                    break;
                case FaultKind.Cut:
                    Cut(http, fault.AfterBytes);
                    break;
                case FaultKind.Drop:
                    http.Abort();
                    return;
                default:
                    await AnswerAsync(http, fault);
                    return;
            }
        }

        await next(http);
    }

    private static Task AnswerAsync(HttpContext http, Fault fault)
    {
        var error = fault.Kind switch
        {
            FaultKind.TooManyRequests => new ApiException(429, "TooManyRequests", "the server has received too many requests and has asked us to try again later", [])
            {
                RetryAfter = fault.RetryAfter,
            },
            FaultKind.Expired => ApiException.Expired("The resourceVersion for the provided watch is too old."),
            _ => new ApiException(500, "InternalError", "Internal error occurred: etcdserver: request timed out"),
        };
        var isWatch = fault.Kind == FaultKind.Expired && RequestInfo.IsTrue(http.Request.Query["watch"]);
        return isWatch
            ? Responses.JsonAsync(http, new System.Text.Json.Nodes.JsonObject { ["type"] = "ERROR", ["object"] = error.ToStatus() })
            : Responses.ErrorAsync(http, error);
    }

    /// <summary>Puts a counting stream around the answer, be it a plain one or what becomes of it after an upgrade.</summary>
    private static void Cut(HttpContext http, long afterBytes)
    {
        var body = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(new CuttingStream(body.Stream, afterBytes, http.Abort), body));
        if (http.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
            http.Features.Set<IHttpUpgradeFeature>(new CuttingUpgrade(upgrade, afterBytes, http.Abort));
    }
}
