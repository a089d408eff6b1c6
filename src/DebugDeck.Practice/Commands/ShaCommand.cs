using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace DebugDeck.Practice.Commands;

/// <summary><c>sha256sum</c>, <c>sha1sum</c>, <c>sha512sum</c> and <c>md5sum</c>.</summary>
internal sealed class ShaCommand : ICommand
{
    public IReadOnlyList<string> Names => ["sha256sum", "sha1sum", "sha512sum", "md5sum"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "csw");
        return options.Has('c')
            ? await CheckAsync(context, options, cancellationToken)
            : await InputFiles.EachAsync(
                context,
                options.Operands,
                async (path, file) => await context.PrintLineAsync($"{await HashAsync(context.Name, file, cancellationToken)}  {path}", cancellationToken),
                cancellationToken,
                InputFiles.CannotOpen);
    }

    private static async Task<int> CheckAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var failed = 0;
        var status = await InputFiles.EachAsync(
            context,
            options.Operands,
            async (_, list) =>
            {
                await foreach (var (line, _) in LineReader.ReadAsync(list, cancellationToken))
                {
                    if (line.Split("  ", 2) is [var expected, var path])
                    {
                        await using var file = context.Files.OpenRead(path);
                        var ok = await HashAsync(context.Name, file, cancellationToken) == expected;
                        failed += ok ? 0 : 1;
                        await context.PrintAsync(options.Has('s') ? "" : $"{path}: {(ok ? "OK" : "FAILED")}\n", cancellationToken);
                    }
                }
            },
            cancellationToken);
        return failed > 0 ? 1 : status;
    }

    [SuppressMessage("Security", "CA5350", Justification = "sha1sum exists, and people check old sums with it")]
    [SuppressMessage("Security", "CA5351", Justification = "md5sum exists, and people check old sums with it")]
    private static async Task<string> HashAsync(string name, Stream file, CancellationToken cancellationToken) => Convert.ToHexStringLower(name switch
    {
        "md5sum" => await MD5.HashDataAsync(file, cancellationToken),
        "sha1sum" => await SHA1.HashDataAsync(file, cancellationToken),
        "sha512sum" => await SHA512.HashDataAsync(file, cancellationToken),
        _ => await SHA256.HashDataAsync(file, cancellationToken),
    });
}
