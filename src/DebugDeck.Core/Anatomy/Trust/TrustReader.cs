using System.Globalization;
using DebugDeck.Core.Certificates;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Trust;

/// <summary>Looks for the certificate authorities where the program would.</summary>
internal static class TrustReader
{
    // A directory of single certificates is counted by its names; distributions have some 300, each with a link or two.
    private const int MostEntries = 1500;

    public static TrustFacts Read(CaptureView view, TrustPlaces places, DateTimeOffset now)
    {
        if (places.BuiltIn is { } builtIn)
        {
            return new TrustFacts { IsFound = true, Source = places.Source, Confidence = Confidence.Medium, Evidence = [new Evidence("program", null, builtIn)] };
        }

        var looks = places.Files.Select(path => (Path: path, File: view.Stat(path))).ToList();
        var first = looks.Find(look => look.File is { Target.Kind: FileKind.Regular });
        var facts = new TrustFacts { Source = places.Source, LookedFor = [.. places.Files, .. places.Folder is { } folder ? [folder] : Array.Empty<string>()] };
        if (first.Path is not null)
        {
            return OfFile(facts, first.Path, view.Content(first.Path, 4 * FileWish.StandardLimit), now);
        }

        if (looks.Find(look => look.File is null or { Error: not null }) is { Path: not null } hidden)
        {
            return facts with { Evidence = [new Evidence("file", hidden.Path, hidden.File?.Error ?? "has not been looked at")] };
        }

        return OfFolder(facts, places, view.Listing(places.Folder ?? "/etc/ssl/certs", MostEntries));
    }

    private static TrustFacts OfFile(TrustFacts facts, string path, CapturedFile? file, DateTimeOffset now)
    {
        if (file is not { Content: { } content })
        {
            return facts with { IsFound = true, Path = path, Confidence = Confidence.Low, Evidence = [new Evidence("file", path, file?.Error ?? "is there, and was not read")] };
        }

        var read = CertificateReader.Read(content, file.IsCut);
        return facts with
        {
            IsFound = read.Count > 0 || read.IsLocked,
            Path = path,
            Count = read.IsLocked ? null : read.Count,
            OldestExpiry = read.FirstExpiry,
            NewestExpiry = read.LastExpiry,
            Expired = read.ExpiredAt(now).Count(),
            Problem = (read.Count, read.IsLocked) switch
            {
                (0, false) => $"{path} holds no certificate",
                (_, true) => $"{path} is locked with a password of its own",
                _ when read.Faults.FirstOrDefault(fault => fault.Kind == CertificateFaultKind.Broken) is { } broken => $"{broken.Place}: {broken.Reason}",
                _ => null,
            },
            Confidence = Confidence.High,
            Evidence = [new Evidence("file", path, string.Create(CultureInfo.InvariantCulture, $"{read.Count} certificates{(read.IsCut ? ", and more that were not read" : "")}"))],
        };
    }

    private static TrustFacts OfFolder(TrustFacts facts, TrustPlaces places, CapturedFile? folder)
    {
        // A certificate is usually there twice, under its own name and as a link called by its hash.
        var names = folder?.Listing?.Where(entry => entry.Kind is FileKind.Regular or FileKind.Link && HashedDirectory.IsHashName(entry.Name) == places.OnlyHashed).ToList() ?? [];
        if (places.Folder is not null && names.Count > 0)
        {
            return facts with
            {
                IsFound = true,
                Path = places.Folder,
                Count = names.Count,
                Confidence = Confidence.Medium,
                Evidence = [new Evidence("file", places.Folder, string.Create(CultureInfo.InvariantCulture, $"{names.Count} files"))],
            };
        }

        return facts with
        {
            IsFound = folder is null or { Error: not null } ? null : false,
            Confidence = folder is null or { Error: not null } ? Confidence.None : Confidence.High,
            Evidence =
            [
                new Evidence("file", places.Files.Count > 0 ? places.Files[0] : places.Folder, $"nothing at {string.Join(", ", facts.LookedFor)}"),
                .. places.OnlyHashed && folder?.Listing is { Count: > 0 }
                    ? [new Evidence("file", places.Folder, "has files, and none that is called by its hash, as OpenSSL wants it")]
                    : Array.Empty<Evidence>(),
            ],
        };
    }
}
