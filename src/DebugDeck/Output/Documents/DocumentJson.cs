using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DebugDeck.Output.Documents.Anatomies;

namespace DebugDeck.Output.Documents;

/// <summary>The JSON of every document the program prints, generated at build time (no reflection: the release is Native AOT).</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ListDocument))]
[JsonSerializable(typeof(ListChangeDocument))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(DoctorDocument))]
[JsonSerializable(typeof(SessionsDocument))]
[JsonSerializable(typeof(FilesDocument))]
[JsonSerializable(typeof(LogFolderDocument))]
[JsonSerializable(typeof(InspectDocument))]
[JsonSerializable(typeof(CompareDocument))]
internal sealed partial class DocumentJson : JsonSerializerContext
{
    /// <summary>Several lines, for one document.</summary>
    public static DocumentJson Indented { get; } = new(Form(isIndented: true));

    /// <summary>One line, for a stream of documents.</summary>
    public static DocumentJson Line { get; } = new(Form(isIndented: false));

    // Names in other scripts stay readable: this is output for programs and people, never part of a web page.
    private static JsonSerializerOptions Form(bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = isIndented,
    };
}
