using System.Net.Sockets;
using DebugDeck.Core.Errors;
using DebugDeck.Practice.Server;
using DebugDeck.Practice.Worlds;

namespace DebugDeck.Commands;

/// <summary>Keeps a practice cluster running until the program is told to end.</summary>
internal static class PracticeServing
{
    public static async Task<int> RunAsync(CommandContext context, PracticeOptions options, CancellationToken cancellationToken)
    {
        await using var cluster = await StartAsync(
            options with
            {
                Time = context.Clock,
                RequestLog = context.Global.Verbose ? context.Note : null,
            },
            cancellationToken);
        context.Out.Text.Write(PracticeGuide.Describe(cluster));
        context.Out.Flush();
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.Clock, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C or a polite kill: the one way it ends, and what the user was told to do.
        }

        return ExitCode.Done;
    }

    /// <exception cref="DebugDeckException">Usage: the world cannot be read. NotFound: there is no such file. Failed: it cannot listen.</exception>
    public static async Task<PracticeCluster> StartAsync(PracticeOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await PracticeCluster.StartAsync(options, cancellationToken);
        }
        catch (WorldFileException error)
        {
            throw new DebugDeckException(ErrorKind.Usage, error.Message, inner: error);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DebugDeckException(ErrorKind.NotFound, $"there is no file {options.WorldFile}", inner: error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or SocketException)
        {
            throw new DebugDeckException(
                ErrorKind.Failed,
                $"the practice cluster cannot be started: {error.Message}",
                options.Port == 0 ? null : "is the port in use? Without --port any free one is taken",
                error);
        }
    }
}
