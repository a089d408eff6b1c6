using System.Text.Json;

namespace DebugDeck.Core.Images.Archives;

/// <summary>Reads documents that need not be what they should.</summary>
internal static class JsonReading
{
    /// <summary>A member; null if this is no object or has none of that name.</summary>
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    /// <summary>A member that is a text; null if it is none.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } member ? member.Words() : null;

    /// <summary>The items of a member that is a list; none if it is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } member ? member.EnumerateArray() : [];

    /// <summary>The texts in a member that is a list.</summary>
    public static IReadOnlyList<string> Texts(this JsonElement element, string name) =>
        [.. element.Items(name).Where(item => item.ValueKind == JsonValueKind.String).Select(Words).OfType<string>()];

    /// <summary>A text; null for one whose bytes or escapes are no Unicode, which the parser does not mind until somebody wants it.</summary>
    public static string? Words(this JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The members that are texts, by name; the last of a name counts.</summary>
    public static Dictionary<string, string> TextMembers(this JsonElement element)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : default)
        {
            if (member.Value.ValueKind == JsonValueKind.String && NameOf(member) is { } name && member.Value.Words() is { } text)
            {
                texts[name] = text;
            }
        }

        return texts;
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
