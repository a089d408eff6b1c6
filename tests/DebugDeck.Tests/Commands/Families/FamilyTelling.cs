using System.Text.Json;

namespace DebugDeck.Tests.Commands.Families;

/// <summary>The few words that <see cref="TestKit.Families.FamilyImage.Expected"/> is written in, out of the document that scripts read.</summary>
internal static class FamilyTelling
{
    public static string Of(JsonElement told)
    {
        var family = told.GetProperty("family");
        var builders = string.Join(',', told.GetProperty("builtWith").EnumerateArray().Select(builder => builder.GetProperty("id").GetString()));
        return $"{Text(family, "id")} {Text(family, "variant")} {Text(family, "version")} | {Text(told.GetProperty("libc"), "name")} | {Text(told.GetProperty("shell"), "verdict")} | {Manager(told)}{(builders.Length > 0 ? " | " + builders : "")}";
    }

    private static string Manager(JsonElement told) => told.GetProperty("packageManager").GetProperty("name").GetString() ?? "none";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "-";
}
