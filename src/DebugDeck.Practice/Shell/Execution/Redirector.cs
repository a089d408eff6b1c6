using System.Globalization;
using System.Text;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Shell.Execution;

/// <summary>Opens what redirections name.</summary>
internal static class Redirector
{
    public static async Task<RedirectedStreams> ApplyAsync(
        Interpreter shell, IReadOnlyList<Redirection> redirections, StreamTable streams, CancellationToken cancellationToken)
    {
        var opened = new List<Stream>();
        foreach (var redirection in redirections)
        {
            var target = await shell.Expander.TextAsync(redirection.Target, cancellationToken);
            try
            {
                if (redirection.Kind == RedirectionKind.Duplicate)
                {
                    streams = Duplicate(redirection.Descriptor, target, streams);
                    continue;
                }

                var stream = redirection.Kind == RedirectionKind.HereDocument
                    ? new MemoryStream(Encoding.UTF8.GetBytes(target), writable: false)
                    : Open(shell.State, redirection.Kind, target);
                opened.Add(stream);
                streams = streams.With(redirection.Descriptor, stream);
            }
            catch (FileException e)
            {
                return new RedirectedStreams(streams, opened, Describe(redirection.Kind, target, e.Error));
            }
        }

        return new RedirectedStreams(streams, opened, null);
    }

    private static Stream Open(ShellState state, RedirectionKind kind, string path)
    {
        var view = new FileView(state.Process);
        var changes = new FileChanges(view, state.Process.Machine.Clock);
        return kind == RedirectionKind.Read ? view.OpenRead(path) : changes.OpenWrite(path, kind != RedirectionKind.Write);
    }

    private static StreamTable Duplicate(int descriptor, string target, StreamTable streams)
    {
        if (target == "-")
        {
            return streams.Without(descriptor);
        }

        return int.TryParse(target, NumberStyles.None, CultureInfo.InvariantCulture, out var from) && streams.Streams.TryGetValue(from, out var stream)
            ? streams.With(descriptor, stream)
            : throw new FileException(Errno.BadDescriptor, target);
    }

    // ash has words of its own for a file that is missing.
    private static string Describe(RedirectionKind kind, string path, Errno error) => (kind, error) switch
    {
        (RedirectionKind.Duplicate, _) => $"{path}: {FileException.Text(error)}",
        (RedirectionKind.Read, Errno.NotFound) => $"can't open {path}: no such file",
        (RedirectionKind.Read, _) => $"can't open {path}: {FileException.Text(error)}",
        (_, Errno.NotFound) => $"can't create {path}: nonexistent directory",
        _ => $"can't create {path}: {FileException.Text(error)}",
    };
}
