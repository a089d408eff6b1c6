using System.Text.RegularExpressions;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>grep</c> with basic, extended and fixed patterns.</summary>
internal sealed class GrepCommand : ICommand
{
    public IReadOnlyList<string> Names => ["grep", "egrep", "fgrep"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "HhnlLoqvsriwFEzxcm:A:B:C:e:f:aR", "color=", "color");
        var operands = options.Operands.ToList();
        var pattern = options.Value('e');
        if (pattern is null)
        {
            pattern = operands.FirstOrDefault() ?? throw new UsageException("usage: grep PATTERN [FILE]...", 2);
            operands.RemoveAt(0);
        }

        var recursive = options.Has('r') || options.Has('R');
        var files = recursive ? Walk(context, operands.Count == 0 ? ["."] : operands) : operands;
        var search = new GrepSearch(options, Compile(pattern, options, context.Name), (files.Count > 1 || (recursive && !operands.SequenceEqual(files)) || options.Has('H')) && !options.Has('h'));
        var errors = 0;
        foreach (var path in files.Count == 0 ? ["-"] : files)
        {
            try
            {
                await using var file = path == "-" ? context.In : context.Files.OpenRead(path);
                if (await search.SearchAsync(context, path == "-" ? "(standard input)" : path, file, cancellationToken))
                {
                    return 0;
                }
            }
            catch (FileException e) when (e.Error != Errno.BrokenPipe)
            {
                errors += options.Has('s') ? 1 : await context.FailAsync($"{path}: {e.Message}", cancellationToken);
            }
        }

        return errors > 0 ? 2 : search.Found ? 0 : 1;
    }

    private static Regex Compile(string pattern, Options options, string name)
    {
        var patterns = pattern.Split('\n').Select(part =>
            options.Has('F') || name == "fgrep" ? Regex.Escape(part) : PosixPattern.Translate(part, extended: options.Has('E') || name == "egrep"));
        var joined = string.Join('|', patterns.Select(part => $"(?:{part})"));
        joined = options.Has('x') ? $"^(?:{joined})$" : options.Has('w') ? $@"(?<!\w)(?:{joined})(?!\w)" : joined;
        try
        {
            return new Regex(joined, RegexOptions.CultureInvariant | (options.Has('i') ? RegexOptions.IgnoreCase : RegexOptions.None), TimeSpan.FromSeconds(5));
        }
        catch (ArgumentException)
        {
            throw new UsageException($"bad regex '{pattern}': Invalid regexp", 2);
        }
    }

    private static List<string> Walk(CommandContext context, IEnumerable<string> paths)
    {
        var found = new List<string>();
        foreach (var path in paths)
        {
            if (context.Files.TryResolve(path) is not FolderNode)
            {
                found.Add(path);
                continue;
            }

            try
            {
                found.AddRange(Walk(context, context.Files.List(path).Select(name => path.TrimEnd('/') + "/" + name)
                    .Where(child => context.Files.TryResolve(child, follow: false) is FolderNode or (FileNode and not DeviceNode))));
            }
            catch (FileException)
            {
                // What may not be listed is not searched.
            }
        }

        return found;
    }
}
