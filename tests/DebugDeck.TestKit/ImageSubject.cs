using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.TestKit;

/// <summary>An image and its files, and the anatomy of both.</summary>
public sealed class ImageSubject(ImageTree tree)
{
    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public ImageFacts Facts { get; init; } = new()
    {
        Reference = "registry.example.com/shop/app:1.4.2",
        Digest = "sha256:9b1d6f0c2e3a4b5c6d7e8f90112233445566778899aabbccddeeff0011223344",
        Created = Now - TimeSpan.FromDays(3),
        SizeBytes = 25_000_000,
        Os = "linux",
        Architecture = "amd64",
        User = "65532:65532",
        Entrypoint = ["/app"],
    };

    public ImageTree Tree => tree;

    public Task<TargetAnatomy> ReadAsync(CancellationToken cancellationToken) =>
        AnatomyReader.ReadAsync(AnatomySubject.Of(new TargetAddress(AddressKind.Image, Facts.Reference), Facts), tree, Now, cancellationToken);
}
