using System.Text.Json;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;
using DebugDeck.Core.Logs;
using DebugDeck.Core.Targets;
using DebugDeck.Output.Documents;

namespace DebugDeck.Commands;

/// <summary>Writes the logs of a pod's containers into a folder: of the present run and of the one before, and a list of what could not be had and why.</summary>
/// <param name="context">The clock, and whether times are wanted.</param>
/// <param name="host">Where the pod is.</param>
/// <param name="request">What is wanted of each log.</param>
/// <param name="timestamps">Put the time before each line.</param>
internal sealed class LogFolder(CommandContext context, IContainerHost host, LogRequest request, bool timestamps)
{
    /// <summary>The list's name.</summary>
    public const string ManifestName = "manifest.json";

    private readonly List<LogFileDocument> _files = [];
    private readonly List<MissingLogDocument> _missing = [];

    /// <returns>The folder that was written, and what is in it.</returns>
    /// <exception cref="DebugDeckException">Failed: the folder cannot be written. Unreachable.</exception>
    public async Task<(string Path, LogFolderDocument Manifest)> WriteAsync(string to, IReadOnlyList<Target> containers, CancellationToken cancellationToken)
    {
        var pod = containers[0];
        var folder = Create(Path.Combine(to, LogFile.FileName(pod.Name)));
        foreach (var container in containers)
        {
            await WriteAsync(folder, container, "current", request, cancellationToken);
            if (container.Restarts > 0 || container.State == ContainerState.Restarting)
            {
                await WriteAsync(folder, container, "previous", request with { Previous = true }, cancellationToken);
            }
        }

        var address = new TargetAddress(AddressKind.Pod, pod.Name).ToString();
        var manifest = new LogFolderDocument(1, address, pod.Project, context.Clock.GetUtcNow().UtcDateTime, _files, _missing);
        await using (var file = LogFile.Open(Path.Combine(folder, ManifestName)))
        {
            await JsonSerializer.SerializeAsync(file, manifest, DocumentJson.Indented.LogFolderDocument, cancellationToken);
        }

        return (folder, manifest);
    }

    private async Task WriteAsync(string folder, Target container, string run, LogRequest wanted, CancellationToken cancellationToken)
    {
        var name = $"{LogFile.FileName(container.Container ?? container.Name)}{(wanted.Previous ? ".previous" : "")}.log";
        var path = Path.Combine(folder, name);
        LogWriter writer;
        try
        {
            await using var file = LogFile.Open(path);
            var sink = new LogSink(file, IsWatched: false);
            writer = new LogWriter(sink, sink, timestamps);
            await writer.WriteAsync(host.LogsAsync(container, wanted, cancellationToken), cancellationToken);
            _files.Add(new LogFileDocument(name, container.Container ?? container.Name, run, writer.Lines, file.Length));
        }
        catch (DebugDeckException error) when (error.Kind != ErrorKind.Unreachable)
        {
            // The reason is worth as much as the log would have been; an empty file beside it would only mislead.
            File.Delete(path);
            _missing.Add(new MissingLogDocument(container.Container ?? container.Name, run, error.Message));
        }
    }

    private static string Create(string folder)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                // Logs carry secrets.
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            return folder;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{folder} cannot be made: {error.Message.TrimEnd('.')}", inner: error);
        }
    }
}
