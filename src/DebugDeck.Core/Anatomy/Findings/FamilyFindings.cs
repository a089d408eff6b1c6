using System.Globalization;
using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Anatomy.Knowledge;
using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Findings;

/// <summary>What follows from the family: names that say otherwise, releases that have ended, sizes that are out of the way.</summary>
internal static class FamilyFindings
{
    private const long Megabyte = 1_000_000;

    // A program with its runtime is often ten times its base; what is said here is only worth saying from some size on.
    private const int Noticeable = 400;

    public static IEnumerable<Finding> Judge(TargetAnatomy anatomy, DateTimeOffset now)
    {
        var family = anatomy.Family;
        foreach (var kind in family.Contradictions.GroupBy(contradiction => contradiction.Kind == SignKind.Reference))
        {
            yield return new Finding(
                "family.contradiction",
                kind.Key ? Severity.Info : Severity.Warning,
                family.Id == FamilyFact.UnknownId
                    ? $"Something says {string.Join(", ", kind.Select(other => other.Family).Distinct())}, and the files do not bear it out"
                    : $"The files are those of {family.Name}, and something says otherwise",
                kind.Key
                    ? "The image's name speaks of another base. Names are inherited by habit; what counts is in the files."
                    : "A label, a text file or stray packages speak of another base: left over from where they were copied, or put there on purpose. Scanners that trust them look for the wrong holes.")
            {
                Evidence = [.. kind.Select(other => other.Evidence), .. family.Evidence.Take(3)],
            };
        }

        var knowledge = KnowledgeBase.Of(family.Id);
        if (knowledge?.EndOf(family.Version, family.Variant) is { } end && end.Date < DateOnly.FromDateTime(now.UtcDateTime))
        {
            yield return new Finding(
                "base.end-of-life",
                Severity.Warning,
                string.Create(CultureInfo.InvariantCulture, $"{family.Name} {end.Version} has had no fixes since {end.Date:yyyy-MM-dd}"),
                "Holes that are found from then on stay open, and rebuilding does not help: the base has to be a newer release.")
            {
                Evidence = [.. family.Evidence.Where(evidence => evidence.Detail.Contains(end.Version, StringComparison.Ordinal)).DefaultIfEmpty(new Evidence("family", null, $"version {family.Version}"))],
                Links = knowledge.EndOfLifeSource is { } source ? [source] : [],
            };
        }

        if (anatomy.Image.SizeBytes is { } size && knowledge is { UsualMegabytes.Most: > 0 and var usual } && size / Megabyte > Math.Max(Noticeable, usual * 8))
        {
            yield return new Finding(
                "image.size",
                Severity.Info,
                string.Create(CultureInfo.InvariantCulture, $"{size / Megabyte} MB, on a base that is about {usual} MB by itself"),
                "Each node has to pull it before the program starts, and scanners find more in more. Usually it is build tools, caches or models that a last stage of its own would leave behind.")
            {
                Evidence = [new Evidence("image config", "size", string.Create(CultureInfo.InvariantCulture, $"{size} bytes"))],
            };
        }
    }
}
