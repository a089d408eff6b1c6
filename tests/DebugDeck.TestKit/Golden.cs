using System.Runtime.CompilerServices;
using Xunit;

namespace DebugDeck.TestKit;

/// <summary>
/// Golden files: what a screen or a document looks like, kept beside the test so that a reviewer sees it in the diff.
/// Run the tests with <c>DEBUGDECK_ACCEPT=1</c> to write them anew.
/// </summary>
public static class Golden
{
    /// <summary>Compares <paramref name="actual"/> with <c>Golden/NAME.verified.txt</c> in the folder of the calling test.</summary>
    public static void Matches(string name, string actual, [CallerFilePath] string testFile = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden", name + ".verified.txt");
        actual = actual.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("DEBUGDECK_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : $"(there is no {file})\n";
        if (expected != actual)
        {
            File.WriteAllText(Path.ChangeExtension(Path.ChangeExtension(file, null), ".received.txt"), actual);
        }

        Assert.Equal(expected, actual);
    }
}
