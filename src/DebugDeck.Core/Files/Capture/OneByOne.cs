using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Files.Capture;

/// <summary>Grants wishes with the single calls of <see cref="IContainerFiles"/>, for hosts to which a call costs next to nothing.</summary>
public static class OneByOne
{
    public static async Task<FileCapture> CaptureAsync(IContainerFiles files, IReadOnlyList<FileWish> wishes, CancellationToken cancellationToken)
    {
        var found = new CapturedFile[wishes.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, found.Length, options, async (index, token) => found[index] = await GrantAsync(files, wishes[index], token));
        return new FileCapture(found);
    }

    private static async Task<CapturedFile> GrantAsync(IContainerFiles files, FileWish wish, CancellationToken cancellationToken)
    {
        var file = new CapturedFile { Path = wish.Path };
        try
        {
            file = file with { Entry = await files.StatAsync(wish.Path, cancellationToken) };
            if (file.Entry is null)
            {
                return file;
            }

            file = file with { Target = await EndOfLinksAsync(files, file.Entry, cancellationToken) };
            return (wish.Kind, file.Target?.Kind) switch
            {
                (FileWishKind.Content, FileKind.Regular) => await ReadAsync(files, wish, file, cancellationToken),
                (FileWishKind.Listing, FileKind.Directory) => await ListAsync(files, wish, file, cancellationToken),
                _ => file,
            };
        }
        catch (DebugDeckException error) when (error.Kind is not ErrorKind.Unreachable)
        {
            return file with { Error = error.Message };
        }
    }

    private static async Task<FileEntry?> EndOfLinksAsync(IContainerFiles files, FileEntry entry, CancellationToken cancellationToken) =>
        entry.Kind == FileKind.Link ? (await FollowedLink.FromAsync(entry.Path, files.StatAsync, cancellationToken)).Entry : entry;

    private static async Task<CapturedFile> ReadAsync(IContainerFiles files, FileWish wish, CapturedFile file, CancellationToken cancellationToken)
    {
        var path = file.Target!.Path;
        if (wish.Offset > 0)
        {
            return file with { Pieces = [new FilePiece(wish.Offset, await files.ReadAsync(path, wish.Offset, wish.Limit, cancellationToken))] };
        }

        var content = await files.ReadAsync(path, wish.Limit, cancellationToken);
        return file with { Content = content, IsCut = file.Target.Size > content.Length };
    }

    private static async Task<CapturedFile> ListAsync(IContainerFiles files, FileWish wish, CapturedFile file, CancellationToken cancellationToken)
    {
        var entries = new List<FileEntry>();
        await foreach (var entry in files.ListAsync(file.Target!.Path, cancellationToken))
        {
            if (entries.Count == wish.Limit)
            {
                return file with { Listing = entries, IsCut = true };
            }

            entries.Add(entry);
        }

        return file with { Listing = entries };
    }
}
