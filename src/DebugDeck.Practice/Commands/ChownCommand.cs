using System.Globalization;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary><c>chown</c>.</summary>
internal sealed class ChownCommand : ICommand
{
    public IReadOnlyList<string> Names => ["chown"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "Rhvcf");
        if (options.Operands is not [var owner, _, ..])
        {
            throw new UsageException("usage: chown USER[:[GRP]] FILE...");
        }

        var parts = owner.Split(':', 2);
        var uid = parts[0].Length == 0 ? (int?)null : Number(parts[0]);
        var gid = parts.Length < 2 || parts[1].Length == 0 ? (int?)null : Number(parts[1]);
        var status = 0;
        foreach (var path in options.Operands.Skip(1))
        {
            try
            {
                context.Changes.SetOwner(path, uid, gid);
            }
            catch (FileException e)
            {
                status = await context.FailAsync($"{path}: {e.Message}", cancellationToken);
            }
        }

        return status;
    }

    private static int Number(string text) =>
        text == "root" ? 0 : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new UsageException($"unknown user {text}");
}
