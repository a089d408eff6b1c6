using System.Text;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Processes;
using DebugDeck.Practice.Shell.Execution;

namespace DebugDeck.Practice.Commands;

/// <summary>What a running program has: its arguments, streams, files and identity.</summary>
internal sealed class CommandContext(Process process, IReadOnlyList<string> commandLine, StreamTable streams)
{
    public Process Process => process;

    /// <summary>The name it was called by.</summary>
    public string Name { get; } = commandLine[0][(commandLine[0].LastIndexOf('/') + 1)..].TrimStart('-');

    public IReadOnlyList<string> Arguments { get; } = [.. commandLine.Skip(1)];

    public IReadOnlyDictionary<string, string> Environment => process.Environment;

    public StreamTable Streams => streams;

    public Stream In => streams.In;

    public Stream Out => streams.Out;

    public Stream Errors => streams.Errors;

    public Machine Machine => process.Machine;

    public TimeProvider Clock => process.Machine.Clock;

    public FileView Files { get; } = new(process);

    public FileChanges Changes { get; } = new(new FileView(process), process.Machine.Clock);

    /// <summary>The same program with other arguments: what <c>busybox NAME</c> does.</summary>
    public CommandContext With(IReadOnlyList<string> arguments) => new(process, arguments, streams);

    public ValueTask PrintAsync(string text, CancellationToken cancellationToken) =>
        Out.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);

    public ValueTask PrintLineAsync(string text, CancellationToken cancellationToken) => PrintAsync(text + "\n", cancellationToken);

    /// <summary>Prints an error with the program's name before it; the status to end with.</summary>
    public async ValueTask<int> FailAsync(string message, CancellationToken cancellationToken, int status = 1)
    {
        await Errors.WriteAsync(Encoding.UTF8.GetBytes($"{Name}: {message}\n"), cancellationToken);
        return status;
    }

    /// <summary>Prints an error of the file system in the words of every Unix tool.</summary>
    public ValueTask<int> FailAsync(FileException error, CancellationToken cancellationToken, int status = 1) =>
        FailAsync(error.Path.Length == 0 ? error.Message : $"{error.Path}: {error.Message}", cancellationToken, status);

    /// <summary>Runs another program as a child.</summary>
    public Task<int> RunAsync(IReadOnlyList<string> commandLine, CancellationToken cancellationToken, StreamTable? other = null) =>
        ProgramLauncher.RunAsync(
            process,
            new ProgramStart(commandLine, process.Environment, other ?? streams, process.Environment.GetValueOrDefault("PATH")),
            cancellationToken);
}
