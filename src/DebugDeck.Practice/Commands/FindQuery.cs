using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary>The expression of <c>find</c>: a list of tests and actions, joined by and, with <c>-o</c> between the lists.</summary>
internal sealed class FindQuery
{
    private delegate Task<bool> Step(string path, Node node, CancellationToken cancellationToken);

    private readonly CommandContext _context;
    private readonly Queue<string> _words;
    private readonly List<List<Step>> _alternatives = [[]];
    private readonly List<(List<string> Command, List<string> Paths)> _batches = [];
    private readonly FindTests _tests;
    private bool _hasAction;

    private FindQuery(CommandContext context, IReadOnlyList<string> words)
    {
        _context = context;
        _tests = new FindTests(context);
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
                MostDepth = (int)FindTests.Number(Next(word));
                break;
            case "-mindepth":
                LeastDepth = (int)FindTests.Number(Next(word));
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
            "-name" => FindTests.Matching(Next(word), ignoreCase: false),
            "-iname" => FindTests.Matching(Next(word), ignoreCase: true),
            "-path" or "-wholename" => FindTests.Path(Next(word)),
            "-type" => FindTests.OfType(Next(word)),
            "-perm" => FindTests.Permission(Next(word)),
            "-size" => FindTests.Size(Next(word)),
            "-user" or "-uid" => _tests.Owner(Next(word)),
            "-mtime" => _tests.Age(Next(word), TimeSpan.FromDays(1)),
            "-mmin" => _tests.Age(Next(word), TimeSpan.FromMinutes(1)),
            "-newer" => _tests.Newer(Next(word)),
            "-empty" => (_, node) => node is FolderNode folder ? folder.Names().Count == 0 : node.Size == 0,
            "-true" => (_, _) => true,
            "-executable" => (_, node) => _context.Files.May(node, Access.Execute),
            _ => throw new UsageException($"unrecognized: {word}"),
        };
        return (path, node, _) => Task.FromResult(test(path, node));
    }

    private Step Print(string end) => async (path, _, token) =>
    {
        await _context.PrintAsync(path + end, token);
        return true;
    };

    private string Next(string word) => _words.TryDequeue(out var next) ? next : throw new UsageException($"{word}: requires an argument");
}
