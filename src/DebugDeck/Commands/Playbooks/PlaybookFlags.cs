using System.CommandLine;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Playbooks;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Core.Text;

namespace DebugDeck.Commands.Playbooks;

/// <summary>Which playbooks a command knows: ours, the user's folder, and files named with <c>--playbook</c>.</summary>
internal static class PlaybookFlags
{
    public static Option<string[]> Files() => new("--playbook")
    {
        Description = "A playbook file to know besides the built-in ones and those in your folder; may be given several times",
        HelpName = "FILE",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Argument<string> Name(CommandScope scope, ArgumentArity arity)
    {
        var argument = new Argument<string>("PLAYBOOK") { Description = "The name of a playbook, as `debugdeck playbooks` lists them", Arity = arity };
        argument.CompletionSources.Add(_ => Load(scope.Paths, []).Playbooks.Select(playbook => new System.CommandLine.Completions.CompletionItem(playbook.Name)));
        return argument;
    }

    /// <summary>The playbooks. A file of the folder that is no good is told and left out; a file that was named must be good.</summary>
    /// <exception cref="DebugDeckException">Usage: a named file is no good.</exception>
    public static PlaybookLibrary Load(CommandContext context, IReadOnlyList<string> files)
    {
        var library = Load(context.Paths, files);
        foreach (var bad in library.Bad)
        {
            if (files.Contains(bad.Origin))
            {
                throw new DebugDeckException(ErrorKind.Usage, VisibleText.Escape(Words(bad, bad.Problems[0])), $"`debugdeck playbooks validate {bad.Origin}` shows all that is wrong");
            }

            context.Note($"note: {VisibleText.Escape(Words(bad, bad.Problems[0]))}; the file is left out");
        }

        return library;
    }

    /// <exception cref="DebugDeckException">Usage: there is none of that name.</exception>
    public static Playbook Find(PlaybookLibrary library, string name)
    {
        if (library.Find(name) is { } playbook)
        {
            return playbook;
        }

        var known = library.Playbooks.Select(one => one.Name).ToList();
        var near = NearestWord.Of(name, known);
        throw new DebugDeckException(
            ErrorKind.NotFound, $"there is no playbook '{name}'", near is null ? $"the playbooks are {string.Join(", ", known)}" : $"did you mean '{near}'? The playbooks are {string.Join(", ", known)}");
    }

    /// <summary><c>FILE:LINE:COLUMN: what is wrong</c>, which editors understand.</summary>
    public static string Words(PlaybookReading reading, PlaybookProblem problem) => $"{reading.Origin}:{problem.Line}:{problem.Column}: {problem.Message}";

    private static PlaybookLibrary Load(Hosting.ProgramPaths paths, IReadOnlyList<string> files) => PlaybookLibrary.Load(paths.Playbooks, files);
}
