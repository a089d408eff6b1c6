using System.Text.Json.Nodes;
using DebugDeck.Kubernetes.Planning;
using DebugDeck.Kubernetes.Tests.Connection;
using DebugDeck.Kubernetes.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace DebugDeck.Kubernetes.Tests.Planning;

/// <summary>Recorded answers of a real server to dry runs.</summary>
public sealed class DryRunTests
{
    public static TheoryData<string> Recordings =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Recordings/plan"), "ec-patch-dryrun-*.json").Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task The_servers_verdict_and_its_words_are_kept(string name)
    {
        var recording = JsonNode.Parse(Recording.Read($"plan/{name}"))!;
        var (request, response) = (recording["request"]!, recording["response"]!);
        string? asked = null, type = null, body = null;
        await using var server = await TestApiServer.StartAsync(async context =>
        {
            (asked, type) = (context.Request.Path + context.Request.QueryString, context.Request.ContentType);
            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = response["status"]!.GetValue<int>();
            context.Response.Headers.Append("Warning", "299 - \"would violate PodSecurity \\\"restricted:latest\\\": seccompProfile\"");
            await context.Response.WriteAsync(response["body"]!.ToJsonString());
        });
        using var connection = KubeAccess.To(server);
        var path = request["path"]!.GetValue<string>();

        var answer = await DryRun.PatchAsync(connection, path[1..path.IndexOf("/ephemeral", StringComparison.Ordinal)], request["body"]!.ToJsonString(), TestContext.Current.CancellationToken);

        Assert.Equal((path, "application/strategic-merge-patch+json"), (asked, type));
        Assert.True(JsonNode.DeepEquals(request["body"], JsonNode.Parse(body!)));
        var accepted = response["status"]!.GetValue<int>() == 200;
        Assert.Equal(accepted, answer.Accepted);
        Assert.Equal(accepted ? "" : response["body"]!["message"]!.GetValue<string>(), answer.Message);
        Assert.Equal(accepted ? ["would violate PodSecurity \"restricted:latest\": seccompProfile"] : [], answer.Warnings);
    }
}
