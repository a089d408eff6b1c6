using Xunit;

namespace DebugDeck.TestKit;

/// <summary>The real Docker engine that <c>tests/run</c> started for the tests, with the images of <c>tests/images</c> in it.</summary>
public static class TestEngine
{
    /// <summary>Its <c>unix://</c> endpoint, or null where there is none.</summary>
    public static string? Endpoint { get; } = Environment.GetEnvironmentVariable("DEBUGDECK_TEST_DOCKER") is { Length: > 0 } endpoint ? endpoint : null;

    /// <summary>The endpoint; a test on a machine without an engine is skipped, which <c>tests/run</c> reports.</summary>
    public static string Require()
    {
        Assert.SkipUnless(Endpoint is not null, "needs a Docker engine: tests/run starts one (root and apt are needed)");
        return Endpoint!;
    }

    /// <summary>Runs the docker client against the engine and returns what it prints; throws if it fails.</summary>
    public static Task<string> DockerAsync(params string[] arguments) => DockerCommand.RunAsync(Require(), arguments);
}
