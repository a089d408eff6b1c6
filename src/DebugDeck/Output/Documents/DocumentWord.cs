using System.Text.Json;

namespace DebugDeck.Output.Documents;

/// <summary>How the values of our enumerations are written in documents: <c>likelyNo</c>.</summary>
internal static class DocumentWord
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
