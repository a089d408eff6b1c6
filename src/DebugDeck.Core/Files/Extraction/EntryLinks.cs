using System.Formats.Tar;

namespace DebugDeck.Core.Files.Extraction;

/// <summary>The symbolic links of an archive, made after everything else.</summary>
internal sealed class EntryLinks(SafeFolder folder, ExtractReport report)
{
    private readonly List<(string Path, string Target, string Name)> _pending = [];

    public void Add(TarEntry entry, string path) => _pending.Add((path, entry.LinkName, entry.Name));

    public void Make(Predicate<string> isWritten)
    {
        foreach (var (path, target, name) in _pending)
        {
            if (!folder.Holds(path, target))
            {
                report.LeftOut(name, $"it is a link to '{target}', outside of the copy");
            }
            else if (!folder.TryMake(Path.GetDirectoryName(path)!) || isWritten(path) || Path.Exists(path) || new FileInfo(path).LinkTarget is not null)
            {
                report.LeftOut(name, "its name is taken");
            }
            else
            {
                Make(path, target, name);
            }
        }
    }

    private void Make(string path, string target, string name)
    {
        try
        {
            File.CreateSymbolicLink(path, target);
            report.Links++;
        }
        catch (Exception error) when (LocalErrors.IsOfTheName(error))
        {
            // Windows allows links only to developers and administrators.
            report.LeftOut(name, error.Message);
        }
    }
}
