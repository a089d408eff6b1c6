using System.Globalization;

namespace DebugDeck.Practice.Commands;

/// <summary><c>sleep</c>.</summary>
internal sealed class SleepCommand : ICommand
{
    public IReadOnlyList<string> Names => ["sleep"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.Count == 0)
        {
            throw new UsageException("usage: sleep [N]...");
        }

        var total = context.Arguments.Aggregate(TimeSpan.Zero, (sum, argument) => sum + Duration(argument));
        await Task.Delay(total, context.Clock, cancellationToken);
        return 0;
    }

    /// <summary>The time of <c>5</c>, <c>0.5</c>, <c>2m</c>; <c>infinity</c> is as long as a timer can be.</summary>
    internal static TimeSpan Duration(string text)
    {
        if (text is "inf" or "infinity")
        {
            return TimeSpan.FromDays(40);
        }

        var unit = text.Length > 1 ? text[^1] switch { 's' => 1.0, 'm' => 60, 'h' => 3600, 'd' => 86400, _ => 0 } : 0;
        var number = unit > 0 ? text[..^1] : text;
        return double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? TimeSpan.FromSeconds(Math.Min(value * (unit > 0 ? unit : 1), TimeSpan.FromDays(40).TotalSeconds))
            : throw new UsageException($"invalid number '{text}'");
    }
}
