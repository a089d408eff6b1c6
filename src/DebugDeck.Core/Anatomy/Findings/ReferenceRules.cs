using System.Text.RegularExpressions;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Images;

namespace DebugDeck.Core.Anatomy.Findings;

/// <summary>Whether the name under which the image was started still means the same image tomorrow.</summary>
internal static partial class ReferenceRules
{
    public static IEnumerable<Finding> Judge(AnatomySubject subject, TargetAnatomy anatomy)
    {
        if (subject.Address.Kind == Targets.AddressKind.Archive || ImageReference.TryParse(subject.Reference) is not { Digest: null } reference)
        {
            yield break;
        }

        var pinned = anatomy.Image.Digest.StartsWith("sha256:", StringComparison.Ordinal) && anatomy.Image.Digest.Length == 71 ? $"{reference.Name}@{anatomy.Image.Digest}" : $"{reference.Name}@sha256:…";
        var (severity, title) = reference.Tag switch
        {
            "latest" => (Severity.Warning, subject.Reference.EndsWith(":latest", StringComparison.Ordinal) ? "The tag is latest: another image tomorrow" : "There is no tag, which means latest: another image tomorrow"),
            { } tag when Moving().IsMatch(tag) => (Severity.Warning, $"The tag {tag} is moved with every build"),
            { } tag when Floating().IsMatch(tag) => (Severity.Info, $"The tag {tag} follows newer releases"),
            _ => (Severity.Ok, ""),
        };
        if (severity == Severity.Ok)
        {
            yield break;
        }

        yield return new Finding(
            "image.mutable-tag",
            severity,
            title,
            "A node that pulls it later gets something else than the nodes before, a rollback gets what is there now, and nobody can tell which build failed. A full version moves rarely; a digest never.")
        {
            Evidence = [new Evidence("reference", null, subject.Reference)],
            Fixes = [new Fix(FixKind.Lasting, "Pin what was tested", "yaml", $"image: {pinned}")],
        };
    }

    [GeneratedRegex(@"^(?:main|master|edge|nightly|dev|develop|stable|release|prod|production|staging|debug|nonroot|debug-nonroot)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Moving();

    // 3, 3.12, 3.12-slim, 22-alpine, bookworm-slim: releases with a part left out.
    [GeneratedRegex(@"^(?:v?\d{1,3}(?:\.\d+)?(?:-[a-z].*)?|[a-z]+(?:-slim)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Floating();
}
