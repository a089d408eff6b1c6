using DebugDeck.Core.Debugging;

namespace DebugDeck.Core.Tests.Debugging;

public sealed class InstallToolsTests
{
    [Fact]
    public async Task Tools_are_installed_by_a_script_that_needs_no_privilege_at_all()
    {
        var folder = Directory.CreateTempSubdirectory("debugdeck-tools-").FullName;
        try
        {
            var result = await BusyboxShell.RunAsync(DebugScripts.InstallToolsAsAnybody(folder));

            Assert.Equal((0, ""), (result.Code, result.Error));
            Assert.Equal($"{folder}/busybox", File.ResolveLinkTarget($"{folder}/sh", returnFinalTarget: false)?.FullName);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
