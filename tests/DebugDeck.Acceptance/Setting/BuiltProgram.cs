namespace DebugDeck.Acceptance.Setting;

/// <summary>The program as it is released; <c>tests/run</c> builds it.</summary>
internal static class BuiltProgram
{
    /// <summary>Its path; where there is none the test is skipped, which <c>tests/run</c> reports.</summary>
    public static string Require()
    {
        var path = Environment.GetEnvironmentVariable("DEBUGDECK_TEST_BINARY");
        Assert.SkipWhen(string.IsNullOrEmpty(path), "needs the built program: tests/run publishes it and sets DEBUGDECK_TEST_BINARY");
        return Path.GetFullPath(path!);
    }
}
