using DebugDeck.Core.Anatomy.Families.Known;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Families;

/// <summary>Every family that is known, the more special before the more general. A new one is a file in <c>Known/</c> and a line here; a test keeps both together.</summary>
public static class FamilyRules
{
    public static IReadOnlyList<FamilyRule> All { get; } =
    [
        AzureLinuxDistroless.Rule,
        Distroless.Rule,
        UbuntuChiselled.Rule,
        DockerHardened.Rule,
        Chainguard.Rule,
        Wolfi.Rule,
        Hummingbird.Rule,
        UbiMicro.Rule,
        UbiMinimal.Rule,
        UbiInit.Rule,
        Ubi.Rule,
        Alpine.Rule,
        DebianSlim.Rule,
        Busybox.Rule,
        AzureLinux.Rule,
        Fedora.Rule,
        Rocky.Rule,
        AmazonLinux.Rule,
        OpenSuse.Rule,
        Debian.Rule,
        Ubuntu.Rule,
        Scratch.Rule,
    ];

    /// <summary>All that the rules look at, each path once.</summary>
    public static IReadOnlyList<FileWish> Wishes { get; } = WishList.Merge(All.SelectMany(rule =>
        rule.Needs.Concat(rule.Proof).Concat(rule.Against).Concat(rule.Tells).SelectMany(sign => sign.Wishes)));

    public static FamilyRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
