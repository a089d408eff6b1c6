using System.Globalization;
using System.Text;

namespace DebugDeck.Practice.Commands;

/// <summary><c>od</c> with <c>-c</c>, <c>-t x1</c>, <c>-t o2</c> and <c>-A</c>.</summary>
internal sealed class OdCommand : ICommand
{
    public IReadOnlyList<string> Names => ["od"];

    private const int PerLine = 16;

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "cbxdoA:t:N:j:v");
        using var all = new MemoryStream();
        var status = await InputFiles.EachAsync(context, options.Operands, (_, file) => file.CopyToAsync(all, cancellationToken), cancellationToken);
        var bytes = all.ToArray().AsMemory();
        bytes = options.Value('j') is { } skip ? bytes[(int)Math.Min(SizeText.Parse(skip), bytes.Length)..] : bytes;
        bytes = options.Value('N') is { } most ? bytes[..(int)Math.Min(SizeText.Parse(most), bytes.Length)] : bytes;
        var text = new StringBuilder();
        for (var at = 0; at < bytes.Length; at += PerLine)
        {
            text.Append(Address(at, options)).Append(Line(bytes.Span[at..Math.Min(at + PerLine, bytes.Length)], options)).Append('\n');
        }

        var end = Address(bytes.Length, options);
        await context.PrintAsync(text + (end.Length > 0 ? end + "\n" : ""), cancellationToken);
        return status;
    }

    private static string Address(int at, Options options) => options.Value('A') switch
    {
        "n" => "",
        "x" => at.ToString("x6", CultureInfo.InvariantCulture),
        "d" => at.ToString("D7", CultureInfo.InvariantCulture),
        _ => Convert.ToString(at, 8).PadLeft(7, '0'),
    };

    private static string Line(ReadOnlySpan<byte> bytes, Options options)
    {
        var type = options.Has('c') ? "c" : options.Has('b') ? "o1" : options.Has('x') ? "x2" : options.Value('t') ?? "o2";
        var text = new StringBuilder();
        var size = type[^1] is '2' ? 2 : type[^1] is '4' ? 4 : 1;
        for (var i = 0; i < bytes.Length; i += size)
        {
            long value = 0;
            for (var part = 0; part < size && i + part < bytes.Length; part++)
            {
                value |= (long)bytes[i + part] << (8 * part);
            }

            text.Append(type[0] switch
            {
                'c' => Character(bytes[i]).PadLeft(4),
                'x' => " " + value.ToString("x" + (size * 2), CultureInfo.InvariantCulture),
                'u' or 'd' => value.ToString(CultureInfo.InvariantCulture).PadLeft(size == 1 ? 4 : 6),
                _ => " " + Convert.ToString(value, 8).PadLeft(size == 1 ? 3 : size == 2 ? 6 : 11, '0'),
            });
        }

        return text.ToString();
    }

    private static string Character(byte b) => b switch
    {
        0 => "\\0",
        7 => "\\a",
        8 => "\\b",
        9 => "\\t",
        10 => "\\n",
        11 => "\\v",
        12 => "\\f",
        13 => "\\r",
        >= 32 and < 127 => ((char)b).ToString(),
        _ => Convert.ToString(b, 8).PadLeft(3, '0'),
    };
}
