namespace DebugDeck.Docker.Tests.Connections;

/// <summary>A program called like ssh whose far side is this machine.</summary>
internal sealed class FakeSsh : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ddssh-").FullName;

    /// <param name="farSide">Shell lines; <c>"$@"</c> is the far side's command.</param>
    public FakeSsh(string farSide)
    {
        Program = Path.Combine(_folder, "ssh");
        File.WriteAllText(Program, $"#!/bin/sh\necho $$ >> {_folder}/pids\nwhile [ \"$1\" != -- ]; do shift; done\nshift 2\n{farSide}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public string Program { get; }

    /// <summary>The processes it was started as.</summary>
    public int[] Started => [.. File.ReadAllLines(Path.Combine(_folder, "pids")).Select(int.Parse)];

    public IEnumerable<int> Running => Started.Where(pid => Directory.Exists($"/proc/{pid}"));

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
