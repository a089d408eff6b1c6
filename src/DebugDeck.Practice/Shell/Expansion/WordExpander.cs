using System.Globalization;
using System.Text;
using DebugDeck.Practice.Files;
using DebugDeck.Practice.Shell.Execution;
using DebugDeck.Practice.Shell.Syntax;

namespace DebugDeck.Practice.Shell.Expansion;

/// <summary>Expands words: tilde, parameters, commands, arithmetic, then fields and file names.</summary>
/// <param name="state">The shell.</param>
/// <param name="substitute">Runs a script and returns what it prints, less the line ends at the end.</param>
internal sealed class WordExpander(ShellState state, Func<Script, CancellationToken, Task<string>> substitute)
{
    /// <summary>The fields of a list of words.</summary>
    public async Task<IReadOnlyList<string>> FieldsAsync(IEnumerable<Word> words, CancellationToken cancellationToken)
    {
        var fields = new List<string>();
        foreach (var word in words)
        {
            var builder = new FieldBuilder(state.Variables["IFS"] ?? " \t\n");
            await AddAsync(word, builder, split: true, cancellationToken);
            foreach (var field in builder.Finish())
            {
                IReadOnlyList<string> names = GlobPattern.HasWildcards(field.Pattern) && !state.Options.Contains('f')
                    ? new PathnameExpander(new FileView(state.Process)).Expand(field.Pattern)
                    : [];
                fields.AddRange(names.Count > 0 ? names : [field.Text]);
            }
        }

        return fields;
    }

    /// <summary>One text, neither split nor matched against files: for assignments, redirections and <c>case</c>.</summary>
    public async Task<string> TextAsync(Word word, CancellationToken cancellationToken) => (await JoinAsync(word, cancellationToken)).Text;

    /// <summary>A pattern in which what was quoted is escaped.</summary>
    public async Task<string> PatternAsync(Word word, CancellationToken cancellationToken) => (await JoinAsync(word, cancellationToken)).Pattern;

    private async Task<Field> JoinAsync(Word word, CancellationToken cancellationToken)
    {
        var builder = new FieldBuilder("");
        await AddAsync(word, builder, split: false, cancellationToken);
        var fields = builder.Finish();
        return new Field(string.Join(' ', fields.Select(field => field.Text)), string.Join(' ', fields.Select(field => field.Pattern)));
    }

    private async Task AddAsync(Word word, FieldBuilder fields, bool split, CancellationToken cancellationToken)
    {
        for (var i = 0; i < word.Parts.Count; i++)
        {
            switch (word.Parts[i])
            {
                case TextPart { Quoted: true } text:
                    fields.AddQuoted(text.Text);
                    break;
                case TextPart text:
                    fields.AddLiteral(i == 0 ? ExpandTilde(text.Text) : text.Text);
                    break;
                case DocumentPart document:
                    await AddAsync(document.Document.Content, fields, split: false, cancellationToken);
                    break;
                case ParameterPart parameter:
                    await AddParameterAsync(parameter, fields, split, cancellationToken);
                    break;
                case CommandPart command:
                    AddResult(await substitute(command.Body, cancellationToken), command.Quoted, fields, split);
                    break;
                case ArithmeticPart arithmetic:
                    var expression = await TextAsync(arithmetic.Expression, cancellationToken);
                    var value = new Arithmetic(expression, name => state.Variables[name], state.Variables.Set).Evaluate();
                    AddResult(value.ToString(CultureInfo.InvariantCulture), arithmetic.Quoted, fields, split);
                    break;
            }
        }
    }

    private string ExpandTilde(string text) => text == "~" || text.StartsWith("~/", StringComparison.Ordinal)
        ? (state.Variables["HOME"] ?? "~") + text[1..]
        : text;

    private static void AddResult(string text, bool quoted, FieldBuilder fields, bool split)
    {
        if (quoted)
        {
            fields.AddQuoted(text);
        }
        else if (split)
        {
            fields.AddSplit(text);
        }
        else
        {
            fields.AddLiteral(text);
        }
    }

    private async Task AddParameterAsync(ParameterPart part, FieldBuilder fields, bool split, CancellationToken cancellationToken)
    {
        if (part is { Name: "@", Operator: "" } && (part.Quoted || split))
        {
            AddPositional(part.Quoted, fields);
            return;
        }

        var value = state.Parameter(part.Name);
        var isMissing = value is null || (part.Operator.StartsWith(':') && value.Length == 0);
        switch (part.Operator)
        {
            case "-" or ":-" when isMissing:
            case "+" or ":+" when !isMissing:
                await AddAsync(part.Argument!, fields, split && !part.Quoted, cancellationToken);
                return;
            case "+" or ":+":
                value = "";
                break;
            case "=" or ":=" when isMissing:
                value = await TextAsync(part.Argument!, cancellationToken);
                state.Variables.Set(part.Name, value);
                break;
            case "?" or ":?" when isMissing:
                var message = await TextAsync(part.Argument!, cancellationToken);
                throw new ShellErrorException($"{part.Name}: {(message.Length > 0 ? message : "parameter not set")}");
            case "length":
                value = Encoding.UTF8.GetByteCount(value ?? "").ToString(CultureInfo.InvariantCulture);
                break;
            case "#" or "##" or "%" or "%%":
                value = Trim(value ?? "", await PatternAsync(part.Argument!, cancellationToken), part.Operator);
                break;
        }

        if (value is null && state.Options.Contains('u') && part.Name is not ("@" or "*"))
        {
            throw new ShellErrorException($"{part.Name}: parameter not set");
        }

        AddResult(value ?? "", part.Quoted, fields, split);
    }

    private void AddPositional(bool quoted, FieldBuilder fields)
    {
        for (var i = 0; i < state.Positional.Count; i++)
        {
            if (i > 0)
            {
                fields.EndField();
            }

            AddResult(state.Positional[i], quoted, fields, split: true);
        }
    }

    private static string Trim(string value, string pattern, string operation)
    {
        var lengths = Enumerable.Range(0, value.Length + 1);
        var longestFirst = operation.Length == 2 ? lengths.Reverse() : lengths;
        foreach (var length in longestFirst)
        {
            var isPrefix = operation[0] == '#';
            if (GlobPattern.IsMatch(pattern, isPrefix ? value[..length] : value[^length..]))
            {
                return isPrefix ? value[length..] : value[..^length];
            }
        }

        return value;
    }
}
