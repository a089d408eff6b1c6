namespace DebugDeck.Practice.Commands;

/// <summary><c>head -5</c> and <c>tail -5</c>, which mean <c>-n 5</c>.</summary>
internal static class HistoricCount
{
    public static IReadOnlyList<string> Rewrite(IReadOnlyList<string> arguments) =>
        arguments is [{ Length: > 1 } first, ..] && first[0] == '-' && first[1..].All(char.IsAsciiDigit)
            ? ["-n", first[1..], .. arguments.Skip(1)]
            : arguments;
}
