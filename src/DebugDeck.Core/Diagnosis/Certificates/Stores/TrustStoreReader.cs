using DebugDeck.Core.Certificates;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Diagnosis.Certificates.Stores;

/// <summary>Reads a program's store out of captured files, as the program would.</summary>
public sealed class TrustStoreReader(FileCapture files, ReadingUser user)
{
    private readonly Dictionary<string, CertificateFile> _read = new(StringComparer.Ordinal);

    public TrustStore Read(TrustSituation situation)
    {
        var sources = new List<TrustSource>();
        var taken = false;
        foreach (var place in TrustPlaces.For(situation))
        {
            var source = place.IsAlternative && taken ? new TrustSource(place, TrustSourceState.NotReached, [], [], []) : Read(place, situation.Runtime);
            taken = place.IsAlternative && (taken || IsTaken(source));
            sources.Add(source);
        }

        return new TrustStore
        {
            Runtime = situation.Runtime,
            Sources = sources,
            Certificates = [.. sources.SelectMany(source => source.Certificates).Select(stored => stored.Certificate).Distinct()],
        };
    }

    /// <summary>What is in a file, read once; null if it was not captured or is not there.</summary>
    public CertificateFile? File(string path)
    {
        if (_read.TryGetValue(path, out var known))
        {
            return known;
        }

        return files[path] is { Content: { } content } file ? _read[path] = ParsedFiles.Read(content, file.IsCut) : null;
    }

    // An empty directory does not count as taken: .NET then looks into the next one.
    private static bool IsTaken(TrustSource source) => source.Place.IsDirectory
        ? source.State == TrustSourceState.Read
        : source.State is TrustSourceState.Read or TrustSourceState.Empty or TrustSourceState.Broken;

    private TrustSource Read(TrustPlace place, TrustRuntime runtime)
    {
        if (place.Kind == TrustPlaceKind.BuiltIn)
        {
            return new TrustSource(place, TrustSourceState.BuiltIn, [], [], []);
        }

        var captured = files[place.Path];
        if (captured is null || (captured.Error is not null && captured.Entry is null))
        {
            return new TrustSource(place, TrustSourceState.Unknown, [], [], []) { Obstacle = captured?.Error };
        }

        if (captured.Target is not { } target)
        {
            return new TrustSource(place, TrustSourceState.Missing, [], [], []);
        }

        if (user.Obstacle(target) is { } obstacle)
        {
            return new TrustSource(place, TrustSourceState.Unreadable, [], [], []) { Obstacle = obstacle };
        }

        return place.IsDirectory ? Directory(place, captured, runtime) : Single(place, captured, runtime);
    }

    private TrustSource Single(TrustPlace place, CapturedFile captured, TrustRuntime runtime)
    {
        if (captured.Target!.Kind == FileKind.Directory)
        {
            return new TrustSource(place, TrustSourceState.Broken, [], [], [new CertificateFault("the path", "it is a directory", CertificateFaultKind.Broken)]);
        }

        if (File(place.Path) is not { } file)
        {
            return new TrustSource(place, TrustSourceState.Unknown, [], [], []) { Obstacle = captured.Error };
        }

        var (kept, passedOver, spoilt) = RuntimeReading.Of(file, place.Kind, runtime);
        var state = kept.Count > 0 ? TrustSourceState.Read : spoilt ? TrustSourceState.Broken : TrustSourceState.Empty;
        return new TrustSource(place, state, kept, passedOver, file.Faults);
    }

    private TrustSource Directory(TrustPlace place, CapturedFile captured, TrustRuntime runtime)
    {
        if (captured.Listing is not { } listing)
        {
            return new TrustSource(place, TrustSourceState.Unknown, [], [], []) { Obstacle = captured.Error };
        }

        var inside = Inside(listing);
        if (place.Kind == TrustPlaceKind.HashedFiles)
        {
            var reading = HashedDirectory.Read(inside);
            return new TrustSource(
                place,
                reading.Found.Count > 0 ? TrustSourceState.Read : TrustSourceState.Empty,
                reading.Found,
                [.. reading.Unseen.Select(stored => (stored, $"{stored.Place} is not named after its subject's hash ({stored.Certificate.Subject.Hash}.0)"))],
                []);
        }

        var kept = new List<StoredCertificate>();
        var passedOver = new List<(StoredCertificate, string)>();
        foreach (var (name, file) in inside)
        {
            var (good, bad, _) = RuntimeReading.Of(file, place.Kind, runtime);
            kept.AddRange(good.Select(stored => stored with { Place = name }));
            passedOver.AddRange(bad.Select(pair => (pair.Stored with { Place = name }, pair.Reason)));
        }

        return new TrustSource(place, kept.Count > 0 ? TrustSourceState.Read : TrustSourceState.Empty, kept, passedOver, []);
    }

    // A link to a neighbour was not read by itself: it is what the neighbour is.
    private Dictionary<string, CertificateFile> Inside(IReadOnlyList<FileEntry> listing)
    {
        var inside = new Dictionary<string, CertificateFile>(StringComparer.Ordinal);
        foreach (var entry in listing)
        {
            var path = entry.Path;
            for (var step = 0; step < 5 && files[path] is null && listing.FirstOrDefault(other => other.Path == path) is { Kind: FileKind.Link, LinkTarget: { } target }; step++)
            {
                path = ContainerPath.Resolve(ContainerPath.Parent(path), target);
            }

            if (File(path) is { } file && (files[path]?.Target is not { } end || user.Obstacle(end) is null))
            {
                inside[entry.Name] = file;
            }
        }

        return inside;
    }
}
