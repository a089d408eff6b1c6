using System.Globalization;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Shell.Expansion;

namespace DebugDeck.Practice.Commands;

/// <summary>The expression of <c>find</c>: a list of tests and actions, joined by and, with <c>-o</c> between the lists.</summary>
internal sealed class FindQuery
{
    private delegate Task<bool> Step(string path, Node node, CancellationToken cancellationToken);

    private readonly CommandContext _context;
    private readonly Queue<string> _words;
    private readonly List<List<Step>> _alternatives = [[]];
    private readonly List<(List<string> Command, List<string> Paths)> _batches = [];
    private bool _hasAction;

    private FindQuery(CommandContext context, IReadOnlyList<string> words)
    {
        _context = context;
        _words = new Queue<string>(words);
    }

    public int MostDepth { get; private set; } = int.MaxValue;

    public int LeastDepth { get; private set; }

    public bool DepthFirst { get; private set; }

    public bool OneFileSystem { get; private set; }

    public bool Prune { get; set; }

    public static FindQuery Parse(CommandContext context, IReadOnlyList<string> words)
    {
        var query = new FindQuery(context, words);
        while (query._words.TryDequeue(out var word))
        {
            query.Add(word);
        }

        if (!query._hasAction)
        {
            // Printing comes after all alternatives, whichever of them holds.
            query._alternatives.ForEach(steps => steps.Add(query.Print("\n")));
        }

        return query;
    }

    public async Task EvaluateAsync(string path, Node node, CancellationToken cancellationToken)
    {
        foreach (var steps in _alternatives)
        {
            var holds = true;
            foreach (var step in steps)
            {
                if (!(holds = await step(path, node, cancellationToken)))
                {
                    break;
                }
            }

            if (holds)
            {
                return;
            }
        }
    }

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var (command, paths) in _batches.Where(batch => batch.Paths.Count > 0))
        {
            await _context.RunAsync([.. command.SelectMany(word => word == "{}" ? paths : [word])], cancellationToken);
        }
    }

    private void Add(string word)
    {
        switch (word)
        {
            case "-o" or "-or":
                _alternatives.Add([]);
                break;
            case "-a" or "-and":
                break;
            case "!" or "-not":
                var count = _alternatives[^1].Count;
                Add(Next(word));
                if (_alternatives[^1].Count > count)
                {
                    var negated = _alternatives[^1][^1];
                    _alternatives[^1][^1] = async (path, node, token) => !await negated(path, node, token);
                }

                break;
            case "-maxdepth":
                MostDepth = (int)Number(Next(word));
                break;
            case "-mindepth":
                LeastDepth = (int)Number(Next(word));
                break;
            case "-depth":
                DepthFirst = true;
                break;
            case "-xdev" or "-mount":
                OneFileSystem = true;
                break;
            case "-follow":
                break;
            default:
                _alternatives[^1].Add(Action(word) ?? Test(word));
                break;
        }
    }

    private Step? Action(string word)
    {
        switch (word)
        {
            case "-print":
                _hasAction = true;
                return Print("\n");
            case "-print0":
                _hasAction = true;
                return Print("\0");
            case "-prune":
                return (_, _, _) => Task.FromResult(Prune = true);
            case "-quit":
                _hasAction = true;
                return (_, _, _) => Task.FromResult(true);
            case "-delete":
                (_hasAction, DepthFirst) = (true, true);
                return (path, _, _) =>
                {
                    _context.Changes.Remove(path);
                    return Task.FromResult(true);
                };
            case "-exec":
                _hasAction = true;
                return Exec();
            default:
                return null;
        }
    }

    private Step Exec()
    {
        var command = new List<string>();
        while (_words.TryDequeue(out var word) && word != ";")
        {
            if (word == "+" && command.LastOrDefault() == "{}")
            {
                var paths = new List<string>();
                _batches.Add((command, paths));
                return (path, _, _) =>
                {
                    paths.Add(path);
                    return Task.FromResult(true);
                };
            }

            command.Add(word);
        }

        return async (path, _, token) =>
            await _context.RunAsync([.. command.Select(word => word.Replace("{}", path, StringComparison.Ordinal))], token) == 0;
    }

    private Step Test(string word)
    {
        Func<string, Node, bool> test = word switch
        {
            "-name" => Matching(Next(word), ignoreCase: false),
            "-iname" => Matching(Next(word), ignoreCase: true),
            "-path" or "-wholename" => Path(Next(word)),
            "-type" => OfType(Next(word)),
            "-perm" => Permission(Next(word)),
            "-size" => Size(Next(word)),
            "-user" or "-uid" => Owner(Next(word)),
            "-mtime" => Age(Next(word), TimeSpan.FromDays(1)),
            "-mmin" => Age(Next(word), TimeSpan.FromMinutes(1)),
            "-newer" => Newer(Next(word)),
            "-empty" => (_, node) => node is FolderNode folder ? folder.Names().Count == 0 : node.Size == 0,
            "-true" => (_, _) => true,
            "-executable" => (_, node) => _context.Files.May(node, Access.Execute),
            _ => throw new UsageException($"unrecognized: {word}"),
        };
        return (path, node, _) => Task.FromResult(test(path, node));
    }

    private static Func<string, Node, bool> Matching(string pattern, bool ignoreCase) => (path, _) =>
    {
        var trimmed = path.Length > 1 ? path.TrimEnd('/') : path;
        var name = trimmed[(trimmed.LastIndexOf('/') + 1)..];
        return ignoreCase
            ? GlobPattern.IsMatch(pattern.ToLowerInvariant(), name.ToLowerInvariant())
            : GlobPattern.IsMatch(pattern, name.Length == 0 ? "/" : name);
    };

    private static Func<string, Node, bool> Path(string pattern) => (path, _) => GlobPattern.IsMatch(pattern, path);

    private static Func<string, Node, bool> OfType(string type) => (_, node) => type[0] == (node.TypeLetter == '-' ? 'f' : node.TypeLetter);

    private static Func<string, Node, bool> Permission(string text)
    {
        var bits = ModeText.Parse(text.TrimStart('-', '/', '+'), 0, isFolder: false);
        return (_, node) => text[0] switch
        {
            '-' => (node.Mode & bits) == bits,
            '/' or '+' => (node.Mode & bits) != 0,
            _ => node.Mode == bits,
        };
    }

    private static Func<string, Node, bool> Size(string text)
    {
        var plain = text.TrimStart('+', '-');
        var unit = char.IsAsciiDigit(plain[^1]) ? 512 : SizeText.Parse("1" + plain[^1]);
        var wanted = Number(plain.TrimEnd('c', 'k', 'b', 'M', 'G', 'w'));
        return (_, node) => Compare(text, (node.Size + unit - 1) / unit, wanted);
    }

    private Func<string, Node, bool> Owner(string name)
    {
        var accounts = new Accounts(_context.Files);
        return (_, node) => node.Uid.ToString(CultureInfo.InvariantCulture) == name || accounts.User(node.Uid) == name;
    }

    private Func<string, Node, bool> Age(string text, TimeSpan unit) => (_, node) =>
        Compare(text, (long)((_context.Clock.GetUtcNow() - node.ModifiedAt) / unit), Number(text.TrimStart('+', '-')));

    private Func<string, Node, bool> Newer(string path)
    {
        var than = _context.Files.Resolve(path).ModifiedAt;
        return (_, node) => node.ModifiedAt > than;
    }

    private Step Print(string end) => async (path, _, token) =>
    {
        await _context.PrintAsync(path + end, token);
        return true;
    };

    private static bool Compare(string text, long value, long wanted) => text[0] switch
    {
        '+' => value > wanted,
        '-' => value < wanted,
        _ => value == wanted,
    };

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new UsageException($"invalid number '{text}'");

    private string Next(string word) => _words.TryDequeue(out var next) ? next : throw new UsageException($"{word}: requires an argument");
}
