using DebugDeck.Core.Anatomy.Hygiene;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Files;

namespace DebugDeck.Core.Anatomy.Findings;

/// <summary>What follows from files that should not be there, or not be as they are.</summary>
internal static class SightingRules
{
    private const int Shown = 10;

    public static IEnumerable<Finding> Judge(Sightings sightings, TargetAnatomy anatomy)
    {
        foreach (var (kind, rule, severity, title, why) in Kinds)
        {
            var found = sightings.Junk.Where(junk => junk.Kind == kind).ToList();
            if (found.Count > 0)
            {
                yield return new Finding(rule, severity, $"{title}: {Names(found.Select(junk => junk.Entry))}", why)
                {
                    Evidence = [.. found.Take(Shown).Select(junk => new Evidence("file", junk.Entry.Path, junk.What))],
                    Fixes = [new Fix(FixKind.Lasting, "Leave it out of the build", "dockerignore", ".git\n.env*\n.venv\nnode_modules\n**/__pycache__\n**/.cache")],
                };
            }
        }

        if (sightings.SetUser.Count > 0 && anatomy.Readings.Accounts.UserId is not 0)
        {
            yield return Of("files.setuid", Severity.Info, "Programs that run as their owner", sightings.SetUser, "A user that is not root becomes root through a hole in one of them. allowPrivilegeEscalation: false (no-new-privileges) takes their power away.");
        }

        if (sightings.WorldWritable.Count > 0)
        {
            yield return Of("files.world-writable", Severity.Warning, "Everybody may write to", sightings.WorldWritable, "Whoever gets into any process of the container can change what others of it run or read.");
        }
    }

    private static readonly (JunkKind Kind, string Rule, Severity Severity, string Title, string Why)[] Kinds =
    [
        (JunkKind.Secret, "files.secrets", Severity.Warning, "There may be secrets in the image", "Whoever can pull the image can read them, also from a layer below that a later step has deleted. What was in there has to be revoked, not only removed."),
        (JunkKind.History, "files.history", Severity.Warning, "The history of the source is in the image", "It holds every file that was ever committed, the secrets among them, and often more bytes than the program."),
        (JunkKind.Cache, "files.caches", Severity.Info, "Caches are in the image", "Nobody will use them again. What a step writes and the same step removes never becomes part of a layer."),
        (JunkKind.Workshop, "files.workshop", Severity.Info, "Left over from the build", "It does no harm, and shows that the whole directory was copied: look for what else came along."),
    ];

    private static Finding Of(string rule, Severity severity, string title, IReadOnlyList<FileEntry> entries, string why) => new(rule, severity, $"{title}: {Names(entries)}", why)
    {
        Evidence = [.. entries.Take(Shown).Select(entry => new Evidence("file", entry.Path, $"mode {Convert.ToString((int)entry.Mode, 8)}"))],
    };

    private static string Names(IEnumerable<FileEntry> entries)
    {
        var all = entries.Select(entry => entry.Path).ToList();
        return string.Join(", ", all.Take(3)) + (all.Count > 3 ? $" and {all.Count - 3} more" : "");
    }
}
