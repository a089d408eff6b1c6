using System.Globalization;
using CliWrap;
using CliWrap.Buffered;

namespace DebugDeck.Benchmarks.Setting;

/// <summary>The programs that are compared, and the engine that they speak to.</summary>
internal static class Programs
{
    private static readonly string Home = Directory.CreateTempSubdirectory("ddbench-").FullName;

    public static string DebugDeck { get; } = Setting("DEBUGDECK_TEST_BINARY");

    public static string Endpoint { get; } = Setting("DEBUGDECK_TEST_DOCKER");

    /// <summary>What DebugDeck remembers about images.</summary>
    public static string Cache { get; } = Path.Combine(Home, "cache");

    public static IReadOnlyDictionary<string, string?> Variables { get; } = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["DOCKER_HOST"] = Endpoint,
        ["HOME"] = Home,
        ["XDG_CACHE_HOME"] = Cache,
        ["XDG_CONFIG_HOME"] = Path.Combine(Home, "config"),
        ["XDG_RUNTIME_DIR"] = Path.Combine(Home, "run"),
        ["KUBECONFIG"] = Path.Combine(Home, "no-cluster"),
    };

    public static Task DebugDeckAsync(params string[] arguments) => RunAsync(DebugDeck, arguments);

    public static Task<string> DockerAsync(params string[] arguments) => RunAsync("docker", arguments);

    /// <summary>A name that says what made the container, so that none is left behind.</summary>
    public static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"ddbench-{kind}-{number}");

    /// <summary>Removes the containers of a benchmark, also those of a run that was broken off.</summary>
    public static async Task RemoveContainersAsync(string kind)
    {
        var found = await DockerAsync("ps", "--all", "--quiet", "--filter", $"name=ddbench-{kind}-");
        if (found.Length > 0)
        {
            await DockerAsync(["rm", "--force", "--volumes", .. found.Split('\n')]);
        }
    }

    private static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        var result = await Cli.Wrap(program).WithArguments(arguments).WithEnvironmentVariables(Variables).ExecuteBufferedAsync();
        return result.StandardOutput.TrimEnd('\n');
    }

    private static string Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value
            ? value
            : throw new InvalidOperationException($"set {name}: the benchmarks drive a published program against a real engine");
}
