using System.Globalization;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>test</c> and <c>[</c>.</summary>
internal sealed class TestCommand : ICommand
{
    public IReadOnlyList<string> Names => ["test", "["];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var arguments = context.Arguments;
        if (context.Name == "[")
        {
            if (arguments is not [.., "]"])
            {
                return await context.FailAsync("missing ]", cancellationToken, 2);
            }

            arguments = [.. arguments.Take(arguments.Count - 1)];
        }

        try
        {
            return new TestExpression(context, arguments).Evaluate() ? 0 : 1;
        }
        catch (FormatException e)
        {
            await context.Errors.WriteAsync(System.Text.Encoding.UTF8.GetBytes($"sh: {e.Message}\n"), cancellationToken);
            return 2;
        }
    }

    private sealed class TestExpression(CommandContext context, IReadOnlyList<string> words)
    {
        private static readonly string[] Comparisons = ["=", "==", "!=", "<", ">", "-eq", "-ne", "-lt", "-le", "-gt", "-ge", "-nt", "-ot", "-ef"];
        private int _at;

        public bool Evaluate()
        {
            if (words.Count == 0)
            {
                return false;
            }

            var result = Or();
            return _at == words.Count ? result : throw new FormatException($"{words[_at]}: unknown operand");
        }

        private bool Or()
        {
            var left = And();
            while (Take("-o"))
            {
                left |= And();
            }

            return left;
        }

        private bool And()
        {
            var left = Not();
            while (Take("-a"))
            {
                left &= Not();
            }

            return left;
        }

        private bool Not()
        {
            if (words.Count - _at > 1 && words[_at] == "!" && !IsComparison(1))
            {
                _at++;
                return !Not();
            }

            return Primary();
        }

        private bool Primary()
        {
            if (_at >= words.Count)
            {
                throw new FormatException("argument expected");
            }

            if (IsComparison(1) && _at + 2 < words.Count)
            {
                _at += 3;
                return Compare(words[_at - 3], words[_at - 2], words[_at - 1]);
            }

            if (words[_at] == "(" && words.Count - _at > 1)
            {
                _at++;
                var inner = Or();
                return Take(")") ? inner : throw new FormatException("closing paren expected");
            }

            if (words[_at].Length == 2 && words[_at][0] == '-' && _at + 1 < words.Count && "bcdefghknprstuwxzLOGS".Contains(words[_at][1]))
            {
                _at += 2;
                return Unary(words[_at - 2][1], words[_at - 1]);
            }

            if (IsComparison(1))
            {
                throw new FormatException($"{words[_at + 1]}: argument expected");
            }

            return words[_at++].Length > 0;
        }

        private bool IsComparison(int ahead) => _at + ahead < words.Count && Comparisons.Contains(words[_at + ahead]);

        private bool Unary(char letter, string operand)
        {
            if (letter is 'n' or 'z')
            {
                return operand.Length > 0 == (letter == 'n');
            }

            if (letter == 't')
            {
                return context.Process.Terminal is not null;
            }

            var node = context.Files.TryResolve(operand, follow: letter is not ('h' or 'L'));
            return node is not null && letter switch
            {
                'e' => true,
                'f' => node is FileNode and not DeviceNode,
                'd' => node is FolderNode,
                'h' or 'L' => node is LinkNode or MagicLink or SelfLink,
                'c' => node is DeviceNode,
                's' => node.Size > 0,
                'r' => context.Files.May(node, Access.Read),
                'w' => context.Files.May(node, Access.Write),
                'x' => context.Files.May(node, Access.Execute),
                'k' => (node.Mode & 0x200) != 0,
                'u' => (node.Mode & 0x800) != 0,
                'g' => (node.Mode & 0x400) != 0,
                'O' => node.Uid == context.Process.Credentials.Uid,
                'G' => node.Gid == context.Process.Credentials.Gid,
                _ => false,
            };
        }

        private bool Compare(string left, string operation, string right) => operation switch
        {
            "=" or "==" => left == right,
            "!=" => left != right,
            "<" => string.CompareOrdinal(left, right) < 0,
            ">" => string.CompareOrdinal(left, right) > 0,
            "-eq" => Number(left) == Number(right),
            "-ne" => Number(left) != Number(right),
            "-lt" => Number(left) < Number(right),
            "-le" => Number(left) <= Number(right),
            "-gt" => Number(left) > Number(right),
            "-ge" => Number(left) >= Number(right),
            "-ef" => context.Files.TryResolve(left) is { } one && ReferenceEquals(one, context.Files.TryResolve(right)),
            "-nt" => Time(left) > Time(right),
            _ => Time(left) < Time(right),
        };

        private DateTimeOffset Time(string path) => context.Files.TryResolve(path)?.ModifiedAt ?? default;

        private static long Number(string text) =>
            long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new FormatException($"{text}: bad number");

        private bool Take(string word)
        {
            if (_at >= words.Count || words[_at] != word)
            {
                return false;
            }

            _at++;
            return true;
        }
    }
}
