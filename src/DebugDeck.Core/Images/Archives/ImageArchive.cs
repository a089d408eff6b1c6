using DebugDeck.Core.Errors;
using DebugDeck.Core.Files;
using DebugDeck.Core.Targets.Details;
using Microsoft.Win32.SafeHandles;
using ZstdSharp;

namespace DebugDeck.Core.Images.Archives;

/// <summary>
/// An image in a file: what <c>docker save</c> writes, or an OCI layout as a tar. No engine is needed. The layers are gone through once; what is kept in memory is
/// the list of files.
/// </summary>
public sealed class ImageArchive : IImageSource
{
    private const int MostLayersAtOnce = 4;

    private readonly SafeFileHandle _archive;
    private readonly Spill _spill;

    private ImageArchive(SafeFileHandle archive, Spill spill, ImageFacts facts, IContainerFiles files, IReadOnlyList<string> problems)
    {
        _archive = archive;
        _spill = spill;
        Facts = facts;
        Files = files;
        Problems = problems;
    }

    public ImageFacts Facts { get; }

    public IContainerFiles Files { get; }

    public IReadOnlyList<string> Problems { get; }

    /// <param name="file">The archive; it may be compressed as a whole.</param>
    /// <exception cref="DebugDeckException">NotFound: there is no such file. NotPermitted: it may not be read. Failed: it is no image archive.</exception>
    public static async Task<ImageArchive> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var archive = OpenFile(file);
        var spill = new Spill();
        try
        {
            archive = await WholeArchive.UnpackAsync(archive, cancellationToken);

            // Off the caller's thread: it is the processor that limits it, and a screen may be waiting.
            return await Task.Run(() => ReadAsync(file, archive, spill, cancellationToken), cancellationToken);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or ZstdException)
        {
            spill.Dispose();
            archive.Dispose();
            throw new DebugDeckException(ErrorKind.Failed, $"'{file}' is no image archive: {error.Message}", "make one with `docker save IMAGE -o FILE.tar`", error);
        }
        catch
        {
            spill.Dispose();
            archive.Dispose();
            throw;
        }
    }

    /// <summary>An image whose layers lie in a file as a registry serves them.</summary>
    /// <param name="facts">Its configuration.</param>
    /// <param name="blobs">The file; it is the image's from now on.</param>
    /// <param name="layers">The lowest first.</param>
    /// <param name="problems">What was wrong so far.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IImageSource> OfLayersAsync(
        ImageFacts facts, SafeFileHandle blobs, IReadOnlyList<LayerPlace> layers, IReadOnlyList<string> problems, CancellationToken cancellationToken)
    {
        var spill = new Spill();
        try
        {
            var found = layers.Select(layer => new LayerBlob(layer.Name, blobs, layer.Start, layer.Length)).ToList();
            return await Task.Run(() => ReadAsync(facts, found, problems, blobs, spill, cancellationToken), cancellationToken);
        }
        catch
        {
            spill.Dispose();
            blobs.Dispose();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        _spill.Dispose();
        _archive.Dispose();
        return ValueTask.CompletedTask;
    }

    private static async Task<ImageArchive> ReadAsync(string file, SafeFileHandle archive, Spill spill, CancellationToken cancellationToken)
    {
        var members = ArchiveMembers.Read(archive, cancellationToken);
        var image = OciLayout.Read(members) ?? DockerSave.Read(members) ?? throw NoImage(file, members);
        using var config = image.Config;
        return await ReadAsync(FactsOf(file, image), image.Layers, image.Problems, archive, spill, cancellationToken);
    }

    private static async Task<ImageArchive> ReadAsync(
        ImageFacts facts, IReadOnlyList<LayerBlob> layers, IReadOnlyList<string> known, SafeFileHandle archive, Spill spill, CancellationToken cancellationToken)
    {
        var keep = new KeepRules([.. facts.Entrypoint, .. facts.Cmd]);
        var scans = layers.Select(layer => new LayerScan(layer, spill)).ToList();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MostLayersAtOnce, Environment.ProcessorCount), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(scans, options, (scan, token) =>
        {
            scan.Index(keep.IsWanted, token);
            return ValueTask.CompletedTask;
        });

        var tree = new MergedTree();
        var contents = new LayerContents(layers, spill);
        var problems = new List<string>(known);
        for (var layer = 0; layer < scans.Count; layer++)
        {
            tree.Add(layer, scans[layer].Items);
            contents.Add(layer, scans[layer].Kept);
            if (scans[layer].Problem is { } problem)
            {
                problems.Add($"the layer {layers[layer].Name} {problem}");
            }
        }

        if (tree.Refused > 0)
        {
            problems.Add($"{tree.Refused} entries have names or links that lead nowhere in the image");
        }

        facts = facts with { SizeBytes = scans.Sum(scan => scan.Items.Sum(item => item.Size)), Layers = facts.Layers ?? layers.Count };
        return new ImageArchive(archive, spill, facts, new LayeredFiles(tree.Root, contents, scans.Exists(scan => scan.Problem is not null)), problems);
    }

    private static ImageFacts FactsOf(string file, ArchivedImage image)
    {
        var reference = image.Reference ?? Path.GetFileName(file);
        return image.Config is { } config
            ? ImageConfigFile.Read(config.RootElement, reference, image.Digest, null)
            : new ImageFacts { Reference = reference, Digest = image.Digest };
    }

    private static DebugDeckException NoImage(string file, ArchiveMembers members) => members.Has("etc/passwd") || members.Has("etc/os-release") || members.Has("usr/lib/os-release")
        ? new(ErrorKind.Failed, $"'{file}' holds the files of a container, not an image", "`docker export` writes those; `docker save` writes the image with its configuration")
        : new(ErrorKind.Failed, $"'{file}' is a tar, but no image archive", "make one with `docker save IMAGE -o FILE.tar`");

    private static SafeFileHandle OpenFile(string file)
    {
        try
        {
            return File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DebugDeckException(ErrorKind.NotFound, $"there is no file '{file}'", inner: error);
        }
        catch (UnauthorizedAccessException error) when (Directory.Exists(file))
        {
            throw new DebugDeckException(ErrorKind.Failed, $"'{file}' is a directory, not an archive", $"pack it first: tar -C {file} -cf image.tar .", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new DebugDeckException(ErrorKind.NotPermitted, $"'{file}' may not be read", inner: error);
        }
        catch (IOException error)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"'{file}' cannot be read: {error.Message}", inner: error);
        }
    }
}
