using System.Globalization;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>touch</c>.</summary>
internal sealed class TouchCommand : ICommand
{
    public IReadOnlyList<string> Names => ["touch"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "chamt:d:r:");
        var time = options.Value('d') is { } text
            ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var given) ? given : throw new UsageException($"invalid date '{text}'")
            : options.Value('r') is { } like ? context.Files.Resolve(like).ModifiedAt
            : context.Clock.GetUtcNow();
        var status = 0;
        foreach (var path in options.Operands)
        {
            try
            {
                if (context.Files.Locate(path, follow: true).Node is null)
                {
                    if (options.Has('c'))
                    {
                        continue;
                    }

                    await (context.Changes.OpenWrite(path, append: true)).DisposeAsync();
                }

                context.Changes.SetTime(path, time);
            }
            catch (FileException e)
            {
                status = await context.FailAsync($"{path}: {e.Message}", cancellationToken);
            }
        }

        return status;
    }
}
