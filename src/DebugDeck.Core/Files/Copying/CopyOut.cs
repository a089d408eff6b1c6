using System.Buffers;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Files.Extraction;
using DebugDeck.Core.Files.Remote;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Files.Copying;

/// <summary>Copies files and folders out of a target. A link at the top is followed, as <c>docker cp -L</c> does; links below it are kept.</summary>
public static class CopyOut
{
    private const string FileName = "file";

    /// <summary>Copies to a local path by the rules of <c>docker cp</c>. The destination is there whole or not at all.</summary>
    /// <exception cref="DebugDeckException">NotFound: no such path. Failed: it cannot be copied, or not there. Unreachable: the connection broke.</exception>
    public static async Task<CopyResult> ToAsync(
        IContainerFiles files, string path, string localPath, CopyOptions options, IProgress<CopyProgress>? progress, CancellationToken cancellationToken)
    {
        await using var archive = await OpenAsync(files, path, cancellationToken);
        var source = archive.Source;
        var isFolder = source.Kind == FileKind.Directory;
        var place = CopyPlace.For(path, isFolder, localPath);
        try
        {
            using var staging = new Staging(place);
            var report = new ExtractReport(new CopyMeter(options, progress));
            var extraction = new TarExtraction(new SafeFolder(staging.Content), source.Name.Trim('/'), options.Limits, report);
            await extraction.RunAsync(archive.Tar, FileName, cancellationToken);
            foreach (var remark in (archive.Tar as IArchiveRemarks)?.Remarks ?? [])
            {
                report.Remark(remark);
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (isFolder)
            {
                staging.CommitFolder();
            }
            else
            {
                Whole(path, report);
                staging.CommitFile(FileName);
            }

            report.Meter.Done();
            return new CopyResult(place.Path, report.Meter.TotalBytes, report.Files, report.Folders, report.Links, report.Warnings);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw LocalErrors.Words(error, localPath);
        }
    }

    /// <summary>Sends the target's tar, as it comes, to a stream (<c>cp … -</c>).</summary>
    /// <exception cref="DebugDeckException">As for <see cref="ToAsync"/>.</exception>
    public static async Task<CopyResult> ToStreamAsync(
        IContainerFiles files, string path, Stream output, CopyOptions options, IProgress<CopyProgress>? progress, CancellationToken cancellationToken)
    {
        await using var archive = await OpenAsync(files, path, cancellationToken);
        var meter = new CopyMeter(options, progress);
        meter.Entry(archive.Source.Path);
        var tail = new TarTail();
        IReadOnlyList<string> remarks = [];
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 17);
        try
        {
            for (int read; (read = await archive.Tar.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                tail.Note(buffer.AsSpan(0, read));
                meter.Bytes(read);
            }

            await output.FlushAsync(cancellationToken);
            remarks = (archive.Tar as IArchiveRemarks)?.Remarks ?? [];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (!tail.IsEndMark)
        {
            throw new DebugDeckException(ErrorKind.Failed, "the archive was cut off: its end mark is missing");
        }

        meter.Done();
        return new CopyResult("", meter.TotalBytes, 0, 0, 0, [.. remarks.Select(remark => VisibleText.Escape(remark))]);
    }

    private static async Task<FollowedArchive> OpenAsync(IContainerFiles files, string path, CancellationToken cancellationToken)
    {
        var isNamedAsFolder = path.EndsWith('/') || path.EndsWith("/.", StringComparison.Ordinal);
        if (files is IFollowedArchives quick && !isNamedAsFolder && await quick.FollowAsync(path, cancellationToken) is { } archive)
        {
            return archive;
        }

        var source = await FileResolver.ResolveAsync(path, files.StatAsync, cancellationToken);
        return source.Kind switch
        {
            FileKind.Regular when isNamedAsFolder => throw new DebugDeckException(ErrorKind.Failed, $"'{path}' is not a folder"),
            FileKind.Directory or FileKind.Regular => new FollowedArchive(source, await files.ArchiveAsync(source.Path, cancellationToken)),
            var kind => throw new DebugDeckException(ErrorKind.Failed, $"'{path}' is a {kind.ToString().ToLowerInvariant()}, which has no content to copy"),
        };
    }

    // A single file has nothing else to show for it: what was left out is the whole copy.
    private static void Whole(string path, ExtractReport report)
    {
        if (report.Files == 0)
        {
            throw new DebugDeckException(ErrorKind.Failed, report.Warnings is [var why, ..] ? $"'{path}' was not copied: {why}" : $"the archive does not hold '{path}'");
        }
    }
}
