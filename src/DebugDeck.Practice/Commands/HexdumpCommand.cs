using System.Text;

namespace DebugDeck.Practice.Commands;

/// <summary><c>hexdump -C</c>, and <c>hd</c>.</summary>
internal sealed class HexdumpCommand : ICommand
{
    public IReadOnlyList<string> Names => ["hexdump", "hd"];

    private const int PerLine = 16;

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "Cvn:s:bcdxo");
        using var all = new MemoryStream();
        var status = await InputFiles.EachAsync(context, options.Operands, (_, file) => file.CopyToAsync(all, cancellationToken), cancellationToken);
        var bytes = all.ToArray().AsMemory();
        bytes = options.Value('s') is { } skip ? bytes[(int)Math.Min(SizeText.Parse(skip), bytes.Length)..] : bytes;
        bytes = options.Value('n') is { } most ? bytes[..(int)Math.Min(SizeText.Parse(most), bytes.Length)] : bytes;
        var text = new StringBuilder();
        for (var at = 0; at < bytes.Length; at += PerLine)
        {
            text.Append(Line(at, bytes.Span[at..Math.Min(at + PerLine, bytes.Length)]));
        }

        await context.PrintAsync(bytes.Length > 0 ? FormattableString.Invariant($"{text}{bytes.Length:x8}\n") : "", cancellationToken);
        return status;
    }

    private static string Line(int at, ReadOnlySpan<byte> bytes)
    {
        var (hex, plain) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < PerLine; i++)
        {
            hex.Append(i % 8 == 0 ? " " : "").Append(i < bytes.Length ? FormattableString.Invariant($" {bytes[i]:x2}") : "   ");
            plain.Append(i >= bytes.Length ? "" : bytes[i] is >= 32 and < 127 ? (char)bytes[i] : '.');
        }

        return FormattableString.Invariant($"{at:x8}{hex}  |{plain}|\n");
    }
}
