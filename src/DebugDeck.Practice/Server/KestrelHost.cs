using System.Net;
using DebugDeck.Practice.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace DebugDeck.Practice.Server;

/// <summary>The web server: nothing but Kestrel, TLS and web sockets.</summary>
internal static class KestrelHost
{
    public static async Task<WebApplication> StartAsync(
        PracticeOptions options, ServerCertificate certificate, FaultSwitch faults, ApiServer server, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen =>
            {
                // kubectl exec needs HTTP/1.1 for its upgrade; HTTP/2 lets a client's many watches share a connection, as in real clusters.
                listen.Protocols = HttpProtocols.Http1AndHttp2;
                listen.Use(next => connection => faults.GuardAsync(connection, next));
                listen.UseHttps(certificate.Server);
            });
        });
        var app = builder.Build();
        var spoil = new FaultMiddleware(faults, options.Time);
        app.Use(next => http => spoil.InvokeAsync(http, next));
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = TimeSpan.FromSeconds(20) });
        app.Run(async http =>
        {
            await server.HandleAsync(http);
            options.RequestLog?.Invoke($"{http.Request.Method} {http.Request.Path}{http.Request.QueryString} {http.Response.StatusCode}");
        });
        await app.StartAsync(cancellationToken);
        return app;
    }
}
