using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DebugDeck.Output;

/// <summary>Writes the YAML form of a JSON document, so that the two can never differ in content.</summary>
internal static partial class YamlDocument
{
    public static void Write(JsonElement document, TextWriter output)
    {
        // A width that never folds: scripts read a value on the line of its key.
        var emitter = new Emitter(output, new EmitterSettings().WithBestWidth(int.MaxValue).WithNewLine("\n"));
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        Emit(document, emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    private static void Emit(JsonElement element, Emitter emitter)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var isEmpty = !element.EnumerateObject().Any();
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, true, isEmpty ? MappingStyle.Flow : MappingStyle.Block));
                foreach (var property in element.EnumerateObject())
                {
                    emitter.Emit(Text(property.Name));
                    Emit(property.Value, emitter);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonValueKind.Array:
                emitter.Emit(new SequenceStart(
                    AnchorName.Empty,
                    TagName.Empty,
                    true,
                    element.GetArrayLength() == 0 ? SequenceStyle.Flow : SequenceStyle.Block));
                foreach (var item in element.EnumerateArray())
                {
                    Emit(item, emitter);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonValueKind.String:
                emitter.Emit(Text(element.GetString()!));
                break;
            default:
                // null, true, false and numbers are written alike in both languages.
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, element.GetRawText(), ScalarStyle.Plain, true, false));
                break;
        }
    }

    private static Scalar Text(string value) => new(
        AnchorName.Empty,
        TagName.Empty,
        value,
        LooksLikeSomethingElse(value) || value.Any(char.IsControl) ? ScalarStyle.DoubleQuoted : ScalarStyle.Any,
        isPlainImplicit: true,
        isQuotedImplicit: true);

    // The emitter quotes what the syntax asks for; that a plain `no` or `65532` reads back as another type is for the writer to know.
    private static bool LooksLikeSomethingElse(string value) =>
        value.Length == 0
        || double.TryParse(value, NumberStyles.Any, CultureInfo.InvariantCulture, out _)
        || OtherTypes().IsMatch(value);

    [GeneratedRegex(@"\A(~|null|true|false|yes|no|on|off|y|n|[-+]?\.(inf|nan)|0x[0-9a-f]+|0o?[0-7]+|[-+]?\d[\d_:.]*|\d{4}-\d\d?-\d\d?.*)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherTypes();
}
