using Xunit;

namespace DebugDeck.TestKit;

/// <summary>A real kubectl (1.30 or newer) that <c>tests/run</c> found or fetched.</summary>
public static class TestKubectl
{
    /// <summary>Its path, or null where there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("DEBUGDECK_TEST_KUBECTL") is { Length: > 0 } path ? path : null;

    /// <summary>The path; a test on a machine without kubectl is skipped, which <c>tests/run</c> reports.</summary>
    public static string Require()
    {
        Assert.SkipUnless(Path is not null, "needs kubectl 1.30 or newer: tests/run finds or fetches one");
        return Path!;
    }
}
