using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Files.Remote;

/// <summary>
/// A target's files through the tools of a container that sees them: one process for each call, however many files it is about. Links lead where they
/// lead for the target, never to the files of the container that the tools run in.
/// </summary>
public sealed class RemoteFiles(RemotePlace place) : IContainerFiles, IFollowedArchives, IFileHashes
{
    /// <summary>A command that ends with 0 if everything is there that reading files needs, and names on its output what is not.</summary>
    public static RemoteCommand ToolCheck(DebugSurroundings around) => new(RemoteScripts.HasTools(around));

    public async Task<FileEntry?> StatAsync(string path, CancellationToken cancellationToken)
    {
        var file = await LookAsync(new FileWish(path, FileWishKind.Stat), cancellationToken);
        return file.Entry ?? (file.Error is { } error ? throw Denied(path, error) : null);
    }

    public async IAsyncEnumerable<FileEntry> ListAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = await LookAsync(new FileWish(path, FileWishKind.Listing, int.MaxValue), cancellationToken);
        if (folder.Listing is null)
        {
            throw await WhyNotAsync(folder, "folder", cancellationToken);
        }

        foreach (var entry in folder.Listing)
        {
            yield return entry;
        }
    }

    public async Task<byte[]> ReadAsync(string path, int limit, CancellationToken cancellationToken)
    {
        var file = await LookAsync(new FileWish(path, FileWishKind.Content, limit), cancellationToken);
        return file.Content?.ToArray() ?? throw await WhyNotAsync(file, "file", cancellationToken);
    }

    public async Task<Stream> ArchiveAsync(string path, CancellationToken cancellationToken)
    {
        var end = EndWord.Create();
        return await OpenAsync(RemoteScripts.Archive(place, ContainerPath.Normalize(path), end), end, "the archive", cancellationToken);
    }

    public async Task<FollowedArchive?> FollowAsync(string path, CancellationToken cancellationToken)
    {
        var end = EndWord.Create();
        var output = await OpenAsync(RemoteScripts.FollowedArchive(place, ContainerPath.Normalize(path), end), end, "the archive", cancellationToken);
        try
        {
            var line = await output.ReadHeadAsync(cancellationToken);
            if (StatLine.Read(line, await output.ReadHeadAsync(cancellationToken)) is { } source)
            {
                return new FollowedArchive(source, output);
            }
        }
        catch (DebugDeckException error) when (error.Kind == ErrorKind.Failed)
        {
            // Nothing was written: whoever asks step by step hears where the path ends, and why.
        }
        catch
        {
            await output.DisposeAsync();
            throw;
        }

        await output.DisposeAsync();
        return null;
    }

    public async Task<FileCapture> CaptureAsync(IReadOnlyList<FileWish> wishes, CancellationToken cancellationToken)
    {
        // The wishes travel line by line.
        var askable = wishes.Where(wish => !wish.Path.Contains('\n', StringComparison.Ordinal)).ToList();
        var end = EndWord.Create();
        var process = await place.Run(new RemoteCommand(RemoteScripts.Look(place, end), Input: true), cancellationToken);
        await using var output = new AcknowledgedOutput(process, end, "what is known of the files");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // Written while it is read: a long list of wishes and their answers would else wait for each other.
        var asking = process.WriteAsync(Question(askable), stop.Token).AsTask();
        try
        {
            var found = await new LookReader(output, end).ReadAsync(askable, cancellationToken);
            return new FileCapture([.. found, .. wishes.Except(askable).Select(wish => new CapturedFile { Path = wish.Path, Error = "a path with a line break cannot be asked for" })]);
        }
        finally
        {
            await stop.CancelAsync();
            await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task<IReadOnlyDictionary<string, string>> HashAsync(string path, CancellationToken cancellationToken)
    {
        var end = EndWord.Create();
        await using var output = await OpenAsync(RemoteScripts.Hash(place, ContainerPath.Normalize(path), end), end, "the list of checksums", cancellationToken);
        var hashes = await HashLines.ReadAsync(output, cancellationToken);
        return output.ExitCode == 0
            ? hashes
            : throw new DebugDeckException(ErrorKind.Failed, $"the checksums of '{path}' cannot be made there: {(output.Remarks is [.., var last] ? last : $"exit code {output.ExitCode}")}");
    }

    private async Task<CapturedFile> LookAsync(FileWish wish, CancellationToken cancellationToken) => (await CaptureAsync([wish], cancellationToken))[wish.Path]!;

    private async Task<AcknowledgedOutput> OpenAsync(IReadOnlyList<string> script, EndWord end, string what, CancellationToken cancellationToken) =>
        new(await place.Run(new RemoteCommand(script, Input: true), cancellationToken), end, what);

    private static byte[] Question(IEnumerable<FileWish> wishes)
    {
        var text = new StringBuilder();
        foreach (var wish in wishes)
        {
            var kind = wish.Kind switch { FileWishKind.Content => 'C', FileWishKind.Listing => 'D', _ => 'S' };

            // One more than wanted tells whether there are more.
            var limit = wish.Kind == FileWishKind.Listing && wish.Limit < int.MaxValue ? wish.Limit + 1 : wish.Limit;
            text.Append(CultureInfo.InvariantCulture, $"{kind} {limit} {wish.Offset}\n{ContainerPath.Normalize(wish.Path)}\n");
        }

        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private async Task<DebugDeckException> WhyNotAsync(CapturedFile file, string wanted, CancellationToken cancellationToken)
    {
        if (file.Error is { } error)
        {
            return Denied(file.Path, error);
        }

        if (file.Target is not null)
        {
            return new DebugDeckException(ErrorKind.Failed, $"'{file.Path}' in '{place.Name}' is not a {wanted}");
        }

        try
        {
            await FileResolver.ResolveAsync(file.Path, StatAsync, cancellationToken);
            return new DebugDeckException(ErrorKind.NotFound, $"there is no '{file.Path}' in the container");
        }
        catch (DebugDeckException words)
        {
            return words;
        }
    }

    private DebugDeckException Denied(string path, string error) => new(
        ErrorKind.NotPermitted,
        $"'{path}' in '{place.Name}' cannot be read: {error}",
        "the container that reads it needs the target's own user and group, or SYS_PTRACE");
}
