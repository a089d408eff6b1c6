using DebugDeck.Core.Files.Extraction;

namespace DebugDeck.Core.Tests.Files.Extraction;

public sealed class EntryNameTests
{
    [Theory]
    [InlineData("top/a:b")]
    [InlineData("top/con")]
    [InlineData("top/NUL.txt")]
    [InlineData(@"top/..\..\x")]
    [InlineData("top/x.")]
    public void Names_that_mean_something_else_to_Windows_are_refused_there(string name)
    {
        Assert.Null(EntryName.Below(name, "top", forWindows: true));
        Assert.NotNull(EntryName.Below(name, "top", forWindows: false));
    }
}
