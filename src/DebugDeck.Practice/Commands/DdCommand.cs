namespace DebugDeck.Practice.Commands;

/// <summary><c>dd</c>.</summary>
internal sealed class DdCommand : ICommand
{
    public IReadOnlyList<string> Names => ["dd"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var operands = context.Arguments.Select(argument => argument.Split('=', 2)).ToDictionary(
            parts => parts[0], parts => parts.Length == 2 ? parts[1] : throw new UsageException($"invalid operand '{parts[0]}'"));
        long Number(string name, long otherwise) => operands.TryGetValue(name, out var text) ? SizeText.Parse(text) : otherwise;
        var size = (int)Number("bs", 512);
        await using var input = operands.TryGetValue("if", out var source) ? context.Files.OpenRead(source) : context.In;
        await using var output = operands.TryGetValue("of", out var target) ? context.Changes.OpenWrite(target, append: false) : new SkippingStream(context.Out, 0);
        var buffer = new byte[size];
        for (var skip = Number("skip", 0); skip > 0 && await FillAsync(input, buffer, cancellationToken) > 0; skip--)
        {
        }

        var (whole, partial) = (0L, 0L);
        for (var left = Number("count", long.MaxValue); left > 0; left--)
        {
            var read = await FillAsync(input, buffer, cancellationToken);
            if (read == 0)
            {
                break;
            }

            (whole, partial) = read == size ? (whole + 1, partial) : (whole, partial + 1);
            await output.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        if (operands.GetValueOrDefault("status") != "none")
        {
            var summary = FormattableString.Invariant($"{whole}+{partial} records in\n{whole}+{partial} records out\n");
            await context.Errors.WriteAsync(System.Text.Encoding.UTF8.GetBytes(summary), cancellationToken);
        }

        return 0;
    }

    private static async Task<int> FillAsync(Stream input, byte[] buffer, CancellationToken cancellationToken) =>
        await input.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
}
