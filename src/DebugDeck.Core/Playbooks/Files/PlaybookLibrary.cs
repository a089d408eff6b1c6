namespace DebugDeck.Core.Playbooks.Files;

/// <summary>
/// The playbooks there are: built in, those of the user's folder, and those named on the command line. A later one of the same name takes an earlier one's place,
/// so a team can put its own <c>dns</c> before ours. A bad file is a problem to be told, and never stops the rest.
/// </summary>
public sealed class PlaybookLibrary
{
    private PlaybookLibrary(IReadOnlyList<Playbook> playbooks, IReadOnlyList<PlaybookReading> bad) => (Playbooks, Bad) = (playbooks, bad);

    /// <summary>By name.</summary>
    public IReadOnlyList<Playbook> Playbooks { get; }

    /// <summary>The files that could not be used.</summary>
    public IReadOnlyList<PlaybookReading> Bad { get; }

    /// <summary>Our own alone.</summary>
    public static PlaybookLibrary Builtin { get; } = Of(BuiltinPlaybooks.Read());

    /// <summary>Playbooks from texts that have been read.</summary>
    public static PlaybookLibrary Of(IEnumerable<PlaybookReading> readings)
    {
        var all = readings.ToList();
        var playbooks = new SortedDictionary<string, Playbook>(StringComparer.Ordinal);
        foreach (var playbook in all.Select(reading => reading.Playbook).OfType<Playbook>())
        {
            playbooks[playbook.Name] = playbook;
        }

        return new PlaybookLibrary([.. playbooks.Values], [.. all.Where(reading => reading.Playbook is null)]);
    }

    /// <summary>Ours, then the files of a folder in the order of their names, then single files.</summary>
    /// <param name="folder">The user's folder; need not exist.</param>
    /// <param name="files">Files named by the user.</param>
    public static PlaybookLibrary Load(string? folder, IEnumerable<string> files) =>
        Of([.. BuiltinPlaybooks.Read(), .. FilesOf(folder).Concat(files).Select(ReadFile)]);

    /// <summary>Reads one file; one that cannot be read is a bad one.</summary>
    public static PlaybookReading ReadFile(string path)
    {
        try
        {
            return PlaybookReader.Read(File.ReadAllText(path), path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new PlaybookReading(path, null, [new PlaybookProblem(1, 1, error is FileNotFoundException or DirectoryNotFoundException ? "there is no such file" : error.Message.TrimEnd('.'))]);
        }
    }

    public Playbook? Find(string name) => Playbooks.FirstOrDefault(playbook => playbook.Name == name);

    private static IEnumerable<string> FilesOf(string? folder) => folder is not null && Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder).Where(file => file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        : [];
}
