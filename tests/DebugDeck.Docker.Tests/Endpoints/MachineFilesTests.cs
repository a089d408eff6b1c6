using DebugDeck.Docker.Endpoints;

namespace DebugDeck.Docker.Tests.Endpoints;

public sealed class MachineFilesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ddlinks-").FullName;

    [Fact]
    public void Links_anywhere_on_the_way_are_resolved()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "run"));
        File.WriteAllText(Path.Combine(_folder, "run", "real.sock"), "");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "var"), "run");
        File.CreateSymbolicLink(Path.Combine(_folder, "run", "link.sock"), Path.Combine(_folder, "run", "..", "var", "real.sock"));

        Assert.Equal(Path.Combine(_folder, "run", "real.sock"), new MachineFiles().Resolve(Path.Combine(_folder, "var", "link.sock")));
    }

    [Fact]
    public void Links_in_a_circle_come_to_an_end()
    {
        File.CreateSymbolicLink(Path.Combine(_folder, "a"), "b");
        File.CreateSymbolicLink(Path.Combine(_folder, "b"), "a");

        Assert.StartsWith(_folder, new MachineFiles().Resolve(Path.Combine(_folder, "a")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_does_not_exist_is_itself() =>
        Assert.Equal("/nowhere/docker.sock", new MachineFiles().Resolve("/nowhere/docker.sock"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
