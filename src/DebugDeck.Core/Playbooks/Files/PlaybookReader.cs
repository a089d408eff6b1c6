using YamlDotNet.RepresentationModel;

namespace DebugDeck.Core.Playbooks.Files;

/// <summary>Reads a playbook file (docs/playbook-format.md). Everything that is wrong is found in one go, each with its line and column.</summary>
public static class PlaybookReader
{
    /// <summary>The version of the format that this program reads.</summary>
    public const int Version = 1;

    public static readonly IReadOnlyList<string> Keys = ["version", "name", "title", "summary", "symptoms", "inputs", "steps", "links"];

    // Generous for a text that people write, and a bound for one that they do not.
    private const int MostText = 1024 * 1024;

    /// <param name="text">The file's content.</param>
    /// <param name="origin">Its name, for messages and for whoever looks at the playbook.</param>
    public static PlaybookReading Read(string text, string origin)
    {
        var problems = new List<PlaybookProblem>();
        var playbook = text.Length > MostText ? Refuse(problems, "the file is larger than any playbook") : ReadText(text, origin, problems);
        problems = [.. problems.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)];
        return new PlaybookReading(origin, problems.Count == 0 ? playbook : null, problems);
    }

    private static Playbook? ReadText(string text, string origin, List<PlaybookProblem> problems)
    {
        if (YamlSyntax.Load(text, problems) is not { } documents)
        {
            return null;
        }

        if (documents is not [{ RootNode: YamlMappingNode root }])
        {
            return Refuse(problems, documents.Count > 1 ? "the file holds more than one document" : "the file holds no playbook: a mapping with version, name, title and steps");
        }

        var map = new YamlMap(root, [.. Keys], problems);
        var version = map.Number("version");
        if (version != Version)
        {
            // Keys that a later version knows are no mistakes, so nothing more is said about them.
            problems.RemoveAll(_ => version is not null);
            map.Report("version", version is null ? $"'version' is missing: version: {Version}" : $"the file is written in version {version} of the format, and this program reads version {Version}");
            return null;
        }

        var playbook = ReadParts(map, origin);
        PlaybookNames.Check(playbook, map);
        return playbook;
    }

    private static Playbook ReadParts(YamlMap map, string origin)
    {
        var name = map.Required("name");
        if (name.Length > 0 && !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            map.Report("name", $"'{name}' is no name for a playbook: lower case letters, digits and -");
        }

        var steps = map.Maps("steps", StepReader.Keys);
        if (steps.Count == 0)
        {
            map.Report("steps", "a playbook needs at least one step");
        }

        return new Playbook
        {
            Name = name,
            Title = map.Required("title"),
            Summary = map.Required("summary").Trim(),
            Origin = origin,
            Symptoms = [.. map.Maps("symptoms", SymptomReader.Keys).Select(SymptomReader.Read)],
            Inputs = [.. map.Maps("inputs", InputReader.Keys).Select(InputReader.Read)],
            Steps = [.. steps.Select(step => StepReader.Read(step, name)).OfType<PlaybookStep>()],
            Links = [.. map.Texts("links").Select(link => link.Text)],
        };
    }

    private static Playbook? Refuse(List<PlaybookProblem> problems, string message)
    {
        problems.Add(new PlaybookProblem(1, 1, message));
        return null;
    }
}
