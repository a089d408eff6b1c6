using System.Globalization;

namespace DebugDeck.Tui.Screens;

/// <summary>Numbers with their noun.</summary>
internal static class Count
{
    /// <summary><c>1 line</c>, <c>1,200 lines</c>.</summary>
    public static string Of(long number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {noun}{(number == 1 ? "" : "s")}");
}
