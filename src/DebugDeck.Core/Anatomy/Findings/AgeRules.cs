using System.Globalization;
using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Findings;

/// <summary>How long ago the image was built, against the advice to build anew every week.</summary>
internal static class AgeRules
{
    private const int Old = 30;
    private const int VeryOld = 90;

    public static IEnumerable<Finding> Judge(TargetAnatomy anatomy, DateTimeOffset now)
    {
        if (anatomy.Image.HasPlaceholderDate)
        {
            yield return new Finding(
                "image.age",
                Severity.Info,
                "When it was built is not known: the date is a placeholder",
                "Reproducible builds (ko, Bazel, buildpacks, Nix) write 1970 or 1980 into the image so that the same source gives the same digest. Packages tell more about its age.")
            {
                Evidence = [new Evidence("image config", "created", "a date before 1990")],
            };
            yield break;
        }

        if (anatomy.Image.Created is not { } created || (now - created).TotalDays is var days && days < Old)
        {
            yield break;
        }

        var age = (int)(now - created).TotalDays;
        yield return new Finding(
            "image.age",
            age >= VeryOld ? Severity.Warning : Severity.Info,
            string.Create(CultureInfo.InvariantCulture, $"It was built {age} days ago"),
            "Holes in base images are found every day, also in those whose program has not changed. Build weekly, without the cache, so that the fixes of the base arrive.")
        {
            Evidence = [new Evidence("image config", "created", created.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            Fixes = [new Fix(FixKind.Lasting, "Build anew on the newest base", "shell", "docker build --pull --no-cache -t IMAGE .")],
        };
    }
}
