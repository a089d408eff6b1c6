using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Tests.Support;

/// <summary>A request to a real Kubernetes 1.36 cluster and what it answered.</summary>
internal sealed record Recording(string Name, JsonObject Request, JsonObject Response)
{
    public string User => Request["user"]!.ToString();

    public int Status => (int)Response["status"]!;

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Recordings", file);

    public static Recording Load(string name)
    {
        var json = JsonNode.Parse(File.ReadAllText(PathOf(name + ".json")))!;
        return new Recording(name, json["request"]!.AsObject(), json["response"]!.AsObject());
    }

    public HttpRequestMessage ToHttp()
    {
        var message = new HttpRequestMessage(new HttpMethod(Request["method"]!.ToString()), Request["path"]!.ToString());
        foreach (var (name, value) in Request["headers"] as JsonObject ?? [])
            message.Headers.TryAddWithoutValidation(name, value!.ToString());
        if (Request["body"] is { } body)
        {
            message.Content = new StringContent(body.ToJsonString());
            message.Content.Headers.Remove("Content-Type");
            message.Content.Headers.TryAddWithoutValidation("Content-Type", Request["content_type"]!.ToString());
        }

        return message;
    }
}
