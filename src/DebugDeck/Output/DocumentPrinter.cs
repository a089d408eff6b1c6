using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DebugDeck.Output;

/// <summary>Prints a document as JSON or YAML.</summary>
internal static class DocumentPrinter
{
    public static void Print<T>(OutputPort output, OutputFormat format, T document, JsonTypeInfo<T> type)
    {
        if (format == OutputFormat.Yaml)
        {
            YamlDocument.Write(JsonSerializer.SerializeToElement(document, type), output.Text);
        }
        else
        {
            output.Text.WriteLine(JsonSerializer.Serialize(document, type));
        }
    }
}
