using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace DebugDeck.Core.Playbooks.Files;

/// <summary>
/// Goes through a YAML text event by event before it is built up: what nests without end, or refers to itself, would take the program's stack with it.
/// </summary>
internal static class YamlSyntax
{
    private const int Deepest = 32;

    /// <summary>The documents; null if the text is no YAML that we want, which is reported.</summary>
    public static IReadOnlyList<YamlDocument>? Load(string text, ICollection<PlaybookProblem> problems)
    {
        var problem = Check(text);
        if (problem is null)
        {
            try
            {
                var stream = new YamlStream();
                stream.Load(new StringReader(text));
                return [.. stream.Documents];
            }
            catch (YamlException error)
            {
                // A key that stands twice is found only here.
                problem = At(error.Start, error.Message.TrimEnd('.').ReplaceLineEndings(" "));
            }
        }

        problems.Add(problem);
        return null;
    }

    private static PlaybookProblem? Check(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        try
        {
            while (parser.MoveNext())
            {
                depth += parser.Current!.NestingIncrease;
                if (depth > Deepest)
                {
                    return At(parser.Current.Start, "this nests deeper than any playbook");
                }

                if (parser.Current is AnchorAlias)
                {
                    return At(parser.Current.Start, "aliases (*name) are not part of the format; write it out");
                }
            }

            return null;
        }
        catch (YamlException error)
        {
            return At(error.Start, $"this is no YAML: {error.Message.TrimEnd('.').ReplaceLineEndings(" ")}");
        }
        catch (InvalidOperationException)
        {
            // What the library throws where brackets or quotes never end; it does not say where.
            return At(parser.Current?.End ?? Mark.Empty, "this is no YAML: something that begins here never ends");
        }
    }

    private static PlaybookProblem At(Mark mark, string message) => new(Math.Max(1, mark.Line), Math.Max(1, mark.Column), message);
}
