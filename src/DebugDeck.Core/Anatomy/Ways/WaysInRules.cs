using System.Globalization;
using DebugDeck.Core.Anatomy.Knowledge;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Images;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;

namespace DebugDeck.Core.Anatomy.Ways;

/// <summary>How to debug a very target, the way that changes least first.</summary>
internal static class WaysInRules
{
    public static IReadOnlyList<WayIn> Of(AnatomySubject subject, TargetAnatomy anatomy) =>
        [.. new[] { Exec(subject, anatomy), Session(subject, anatomy), Copy(subject, anatomy), Files(subject), DebugTag(subject, anatomy), DebugStage(subject, anatomy) }.OfType<WayIn>()];

    private static WayIn? Exec(AnatomySubject subject, TargetAnatomy anatomy)
    {
        var shell = anatomy.Readings.Shell;
        if (shell is not { Verdict: ShellVerdict.Yes, Comfortable: { } path })
        {
            return null;
        }

        var image = ShellText.Quote(subject.Reference);
        var kind = path == shell.Path ? shell.Kind ?? "a shell" : path[(path.LastIndexOf('/') + 1)..];
        return (subject.Details, subject.Address.Kind) switch
        {
            ({ Target.State: ContainerState.Running } details, _) => new WayIn(
                "exec",
                "Open its own shell",
                subject.IsKubernetes ? $"kubectl exec -it {Pod(details.Target)} -- {path}" : $"{Engine(subject)} exec -it {ShellText.Quote(details.Target.Name)} {path}",
                $"it has {kind} at {path}"),
            (null, AddressKind.Image) => new WayIn("exec", "Start the image with its own shell", $"docker run --rm -it --entrypoint {path} {image}", $"it has {kind} at {path}"),
            _ => null,
        };
    }

    private static WayIn? Session(AnatomySubject subject, TargetAnatomy anatomy)
    {
        if (subject.Details is not { } details)
        {
            return null;
        }

        var user = anatomy.Readings.Accounts;
        var identity = user is { UserId: { } uid, GroupId: { } gid }
            ? string.Create(CultureInfo.InvariantCulture, $" as {uid}:{gid}, the target's own ids, which is what it takes to see its files")
            : "";
        return details.Target.State == ContainerState.Running
            ? new WayIn("session", "Open a shell beside it", $"debugdeck debug {subject.Address}{Namespace(details.Target)}", $"shares its processes and network{(subject.IsKubernetes ? identity : "")}; nothing is written into it")
            : null;
    }

    private static WayIn? Copy(AnatomySubject subject, TargetAnatomy anatomy)
    {
        if (subject.Details is not { } details)
        {
            return null;
        }

        var target = details.Target;
        if (!subject.IsKubernetes)
        {
            return target.State == ContainerState.Running
                ? null
                : new WayIn("copy", "Open a shell in a copy of it", $"debugdeck debug {subject.Address}", "it does not run, so a copy is started with the tools beside it and its entry point replaced");
        }

        var container = target.Container is { } name ? $" --container={ShellText.Quote(name)}" : "";
        return anatomy.Readings.Shell.Verdict == ShellVerdict.Yes
            ? new WayIn("copy", "Start a copy of the pod with its own shell", $"kubectl debug {ShellText.Quote(target.Name)}{Namespace(target)} -it --copy-to={ShellText.Quote(target.Name + "-debug")}{container} -- {anatomy.Readings.Shell.Path}", "for a container that ends before anybody can look")
            : new WayIn("copy", "Start a copy of the pod with a debug container in it", $"kubectl debug {ShellText.Quote(target.Name)}{Namespace(target)} -it --copy-to={ShellText.Quote(target.Name + "-debug")} --share-processes --image=busybox", "the original goes on as it is; delete the copy afterwards");
    }

    // `files` and `cp` work on containers.
    private static WayIn? Files(AnatomySubject subject) => subject.Details is not { } details
        ? null
        : new WayIn("files", "Look at its files, and copy them out", $"debugdeck files {subject.Address}:/{Namespace(details.Target)}", "needs no shell");

    private static WayIn? DebugTag(AnatomySubject subject, TargetAnatomy anatomy)
    {
        var family = anatomy.Family;
        if (anatomy.Readings.Shell.Verdict == ShellVerdict.Yes || KnowledgeBase.Of(family.Id) is not { DebugImage: { } template, DebugShell: { } shell })
        {
            return null;
        }

        var reference = ImageReference.TryParse(subject.Reference);
        var image = reference is { Registry: "gcr.io" } && reference.Repository.StartsWith("distroless/", StringComparison.Ordinal)
            ? $"{reference.Name}:{(reference.Tag?.Contains("nonroot", StringComparison.Ordinal) == true ? "debug-nonroot" : "debug")}"
            : template.Replace("{variant}", Published(family.Variant), StringComparison.Ordinal)
                .Replace("{version}", family.Version ?? "latest", StringComparison.Ordinal)
                .Replace("{major}", family.Version?.Split('.')[0] ?? "", StringComparison.Ordinal)
                .Replace("-debianlatest", "", StringComparison.Ordinal);
        return new WayIn(
            "debug-tag",
            "Build it for a while on the base of the same family that has a shell",
            $"FROM {image}",
            $"the same files and {shell}; to look at the base alone: docker run --rm -it --entrypoint {shell} {image}");
    }

    // The languages carry their version in the name of the image, which the files do not always tell.
    private static string Published(string? variant) => variant?.Replace("-debug", "", StringComparison.Ordinal) switch
    {
        null => "base",
        "java" => "java21",
        "nodejs" => "nodejs22",
        "python" => "python3",
        var plain => plain,
    };

    private static WayIn? DebugStage(AnatomySubject subject, TargetAnatomy anatomy) => anatomy.Readings.Shell.Verdict == ShellVerdict.Yes
        ? null
        : new WayIn(
            "debug-stage",
            "Build a stage with tools on top of it",
            $"printf 'FROM busybox:1.37-musl AS tools\\nFROM {(subject.Address.Kind == AddressKind.Archive || ImageReference.TryParse(subject.Reference) is null ? "IMAGE" : subject.Reference)} AS debug\\nCOPY --from=tools /bin/busybox /busybox/\\nUSER 0\\nRUN [\"/busybox/busybox\", \"--install\", \"/busybox\"]\\nENTRYPOINT [\"/busybox/sh\"]\\n' | docker build --target debug -t app:debug -",
            "never ship it: keep it as a stage of the Dockerfile that only --target debug builds");

    private static string Engine(AnatomySubject subject) => subject.Address.Kind == AddressKind.Podman ? "podman" : "docker";

    private static string Pod(Target target) => $"{ShellText.Quote(target.Name)}{Namespace(target)}{(target.Container is { } container ? $" -c {ShellText.Quote(container)}" : "")}";

    private static string Namespace(Target target) => target.Address.Kind is AddressKind.Docker or AddressKind.Podman || target.Project is not { } ns ? "" : $" -n {ShellText.Quote(ns)}";
}
