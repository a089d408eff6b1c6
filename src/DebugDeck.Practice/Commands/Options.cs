namespace DebugDeck.Practice.Commands;

/// <summary>The options and operands of a command line, read as <c>getopt</c> reads them.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = [];
    private readonly HashSet<string> _flags = [];

    private Options(IReadOnlyList<string> operands) => Operands = operands;

    public IReadOnlyList<string> Operands { get; private init; }

    /// <param name="arguments">What was given.</param>
    /// <param name="letters">The letters that are known; one with a colon after it takes a value.</param>
    /// <param name="words">The long options that are known; one with <c>=</c> at its end takes a value.</param>
    /// <exception cref="UsageException">Something else was given.</exception>
    public static Options Parse(IReadOnlyList<string> arguments, string letters, params string[] words)
    {
        var operands = new List<string>();
        var options = new Options(operands);
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (argument == "--")
            {
                operands.AddRange(arguments.Skip(i + 1));
                break;
            }

            if (argument.StartsWith("--", StringComparison.Ordinal))
            {
                options.AddWord(argument[2..], words, arguments, ref i);
            }
            else if (argument.Length > 1 && argument[0] == '-')
            {
                options.AddLetters(argument, letters, arguments, ref i);
            }
            else if (letters.StartsWith('+'))
            {
                operands.AddRange(arguments.Skip(i));
                break;
            }
            else
            {
                operands.Add(argument);
            }
        }

        return options;
    }

    public bool Has(char letter) => _flags.Contains(letter.ToString()) || _values.ContainsKey(letter.ToString());

    public bool Has(string word) => _flags.Contains(word) || _values.ContainsKey(word);

    public string? Value(char letter) => _values.GetValueOrDefault(letter.ToString());

    public string? Value(string word) => _values.GetValueOrDefault(word);

    private void AddWord(string text, string[] words, IReadOnlyList<string> arguments, ref int i)
    {
        var equals = text.IndexOf('=');
        var name = equals < 0 ? text : text[..equals];
        if (words.Contains(name) && equals < 0)
        {
            _flags.Add(name);
        }
        else if (words.Contains(name + "=") && (equals >= 0 || i + 1 < arguments.Count))
        {
            _values[name] = equals >= 0 ? text[(equals + 1)..] : arguments[++i];
        }
        else
        {
            throw new UsageException($"unrecognized option '--{text}'");
        }
    }

    private void AddLetters(string argument, string letters, IReadOnlyList<string> arguments, ref int i)
    {
        for (var at = 1; at < argument.Length; at++)
        {
            var letter = argument[at];
            var known = letter is ':' or '+' ? -1 : letters.IndexOf(letter);
            if (known < 0)
            {
                throw new UsageException($"invalid option -- '{letter}'");
            }

            if (known + 1 == letters.Length || letters[known + 1] != ':')
            {
                _flags.Add(letter.ToString());
                continue;
            }

            _values[letter.ToString()] = at + 1 < argument.Length ? argument[(at + 1)..]
                : i + 1 < arguments.Count ? arguments[++i]
                : throw new UsageException($"option requires an argument -- '{letter}'");
            return;
        }
    }
}
