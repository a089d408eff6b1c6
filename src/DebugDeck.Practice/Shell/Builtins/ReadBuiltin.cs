using System.Text;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary><c>read</c>: byte by byte, for what follows the line belongs to the next reader.</summary>
internal sealed class ReadBuiltin : IBuiltin
{
    public IReadOnlyList<string> Names => ["read"];

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken)
    {
        var raw = false;
        var names = new List<string>();
        for (var i = 0; i < call.Arguments.Count; i++)
        {
            switch (call.Arguments[i])
            {
                case "-r":
                    raw = true;
                    break;
                case "-p" or "-t" or "-n" or "-u" or "-d" when i + 1 < call.Arguments.Count:
                    i++;
                    break;
                case var name when !name.StartsWith('-'):
                    names.Add(name);
                    break;
            }
        }

        var (line, ended) = await ReadLineAsync(call.Streams.In, raw, cancellationToken);
        Assign(call, names.Count == 0 ? ["REPLY"] : names, line);
        return ended ? 1 : 0;
    }

    private static async Task<(List<(char Char, bool Escaped)> Line, bool Ended)> ReadLineAsync(Stream input, bool raw, CancellationToken cancellationToken)
    {
        var bytes = new List<byte>();
        var escapes = new HashSet<int>();
        var one = new byte[1];
        var escaped = false;
        var ended = false;
        while (true)
        {
            if (await input.ReadAsync(one, cancellationToken) == 0)
            {
                ended = true;
                break;
            }

            if (one[0] == '\n' && !escaped)
            {
                break;
            }

            if (escaped && one[0] == '\n')
            {
                escaped = false;
                continue;
            }

            if (!raw && one[0] == '\\' && !escaped)
            {
                escaped = true;
                continue;
            }

            if (escaped)
            {
                escapes.Add(bytes.Count);
                escaped = false;
            }

            bytes.Add(one[0]);
        }

        var characters = new List<(char, bool)>();
        for (var i = 0; i < bytes.Count;)
        {
            Rune.DecodeFromUtf8(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)[i..], out var rune, out var used);
            foreach (var c in rune.ToString())
            {
                characters.Add((c, escapes.Contains(i)));
            }

            i += used;
        }

        return (characters, ended);
    }

    private static void Assign(BuiltinCall call, List<string> names, List<(char Char, bool Escaped)> line)
    {
        var separators = call.State.Variables["IFS"] ?? " \t\n";
        bool IsSeparator((char Char, bool Escaped) c) => !c.Escaped && separators.Contains(c.Char, StringComparison.Ordinal);
        bool IsBlank((char Char, bool Escaped) c) => IsSeparator(c) && c.Char is ' ' or '\t' or '\n';
        var at = 0;
        while (at < line.Count && IsBlank(line[at]))
        {
            at++;
        }

        for (var i = 0; i < names.Count; i++)
        {
            var start = at;
            var isLast = i == names.Count - 1;
            while (at < line.Count && (isLast || !IsSeparator(line[at])))
            {
                at++;
            }

            var end = at;
            while (isLast && end > start && IsBlank(line[end - 1]))
            {
                end--;
            }

            call.State.Variables.Set(names[i], new string([.. line.Skip(start).Take(end - start).Select(c => c.Char)]));
            while (at < line.Count && IsBlank(line[at]))
            {
                at++;
            }

            at += at < line.Count && end == at && IsSeparator(line[at]) ? 1 : 0;
        }
    }
}
