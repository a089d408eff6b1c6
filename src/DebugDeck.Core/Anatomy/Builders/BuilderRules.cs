using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Builders;

/// <summary>The builders that are known. They work on any base, so an image has a family and may have builders besides.</summary>
public static class BuilderRules
{
    public static IReadOnlyList<BuilderRule> All { get; } =
    [
        new("ko", "ko", [Sign.There("/ko-app"), Sign.There("/var/run/ko"), Sign.Variable("KO_DATA_PATH", ""), Sign.Program("/ko-app/")]),
        new("jib", "Jib", [Sign.There("/app/jib-classpath-file"), Sign.There("/app/jib-main-class-file")]),
        new("buildpacks", "Cloud Native Buildpacks", [Sign.There("/cnb/process", "/cnb/lifecycle"), Sign.Label("io.buildpacks.stack.id"), Sign.Label("io.buildpacks.base.distro.name"), Sign.Label("io.buildpacks.build.metadata"), Sign.Program("/cnb/")]),
        new("nix", "Nix", [Sign.There("/nix/store"), Sign.Program("/nix/store/")]),
        new("bazel", "Bazel", [RunfilesOf(), Sign.Label("org.opencontainers.image.vendor", "bazel"), HistorySign()]),
    ];

    public static IReadOnlyList<FileWish> Wishes { get; } = WishList.Merge(All.SelectMany(rule => rule.Signs).SelectMany(sign => sign.Wishes));

    public static IReadOnlyList<BuilderFact> Judge(ImageClues clues) =>
    [
        .. from rule in All
           let found = rule.Signs.Select(sign => (sign.Kind, Evidence: sign.Find(clues))).Where(sign => sign.Evidence is not null).ToList()
           where found.Count > 0
           select new BuilderFact(
               rule.Id,
               rule.Name,
               found.Exists(sign => sign.Kind == SignKind.Layout) ? Confidence.High : found.Count > 1 ? Confidence.Medium : Confidence.Low,
               [.. found.Select(sign => sign.Evidence!)]),
    ];

    // Bazel's rules put a program's files beside it, in a folder of its name.
    private static Sign RunfilesOf() => new(SignKind.Config, [], clues =>
        clues.Command.FirstOrDefault(word => word.Contains(".runfiles/", StringComparison.Ordinal)) is { } word ? new Evidence("image config", "Entrypoint", word) : null);

    private static Sign HistorySign() => new(SignKind.Config, [], clues =>
        clues.Image?.History.FirstOrDefault(step => step.Contains("bazel", StringComparison.OrdinalIgnoreCase)) is { } step ? new Evidence("image config", "history", step) : null);
}
