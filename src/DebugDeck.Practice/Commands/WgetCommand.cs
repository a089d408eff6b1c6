using System.Text;
using DebugDeck.Practice.Network;

namespace DebugDeck.Practice.Commands;

/// <summary><c>wget</c> of busybox 1.35, which does not check certificates and says so.</summary>
internal sealed class WgetCommand : ICommand
{
    public IReadOnlyList<string> Names => ["wget"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "cqST:t:O:o:P:U:Y:", "spider", "header=", "post-data=", "no-check-certificate", "timeout=");
        var text = options.Operands is [var given, ..] ? given : throw new UsageException("usage: wget [-cqS] [--spider] [-O FILE] URL...");
        var url = new Uri(text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text);
        var limit = (options.Value('T') ?? options.Value("timeout")) is { } seconds ? TimeSpan.FromSeconds(SizeText.Parse(seconds)) : (TimeSpan?)null;
        try
        {
            await TellAsync(context, options, $"Connecting to {url.Host} ({url.Host}:{url.Port})\n", cancellationToken);
            if (url.Scheme == "https" && !options.Has("no-check-certificate"))
            {
                await TellAsync(context, options, "wget: note: TLS certificate validation not implemented\n", cancellationToken);
            }

            var (head, body) = await HttpClientScript.GetAsync(context, url, options.Has("spider") ? "HEAD" : "GET", "Wget", null, limit, cancellationToken);
            if (options.Has('S'))
            {
                await context.Errors.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(head.Split("\r\n").Select(line => $"  {line}\n"))), cancellationToken);
            }

            return options.Has("spider") ? 0 : await SaveAsync(context, options, url, body, cancellationToken);
        }
        catch (NetworkException e)
        {
            return e.IsName
                ? await context.FailAsync($"bad address '{url.Host}'", cancellationToken)
                : await context.FailAsync(e.Message == "Connection timed out" ? "download timed out" : $"can't connect to remote host: {e.Message}", cancellationToken);
        }
    }

    private static async ValueTask<int> SaveAsync(CommandContext context, Options options, Uri url, byte[] body, CancellationToken cancellationToken)
    {
        var name = url.AbsolutePath.TrimEnd('/');
        var target = options.Value('O') ?? (name.Length == 0 ? "index.html" : name[(name.LastIndexOf('/') + 1)..]);
        if (target == "-")
        {
            await context.Out.WriteAsync(body, cancellationToken);
            return 0;
        }

        await using var file = context.Changes.OpenWrite(target, append: false);
        await file.WriteAsync(body, cancellationToken);
        await TellAsync(context, options, $"saving to '{target}'\n'{target}' saved\n", cancellationToken);
        return 0;
    }

    private static ValueTask TellAsync(CommandContext context, Options options, string text, CancellationToken cancellationToken) =>
        options.Has('q') ? ValueTask.CompletedTask : context.Errors.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
}
