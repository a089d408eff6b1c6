using System.Collections.Immutable;
using System.Text.Json;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Playbooks.Files;

namespace DebugDeck.Core.Playbooks.Running;

/// <summary>
/// Keeps a run in a file: its evidence without secrets, and what it was run with. Whoever opens it gets the same findings without the target.
/// </summary>
public static class SavedRun
{
    private const int Version = 1;

    /// <summary>Writes a run, secrets taken out.</summary>
    public static void Write(Stream stream, RunReport report)
    {
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", Version);
        writer.WriteString("savedRun", report.Playbook.Name);
        writer.WriteString("target", report.Target);
        writer.WriteString("hostKind", report.HostKind);
        writer.WriteString("startedAt", report.Evidence.TakenAt);
        writer.WriteNumber("durationMs", report.DurationMs);
        writer.WriteStartObject("inputs");
        foreach (var input in report.Inputs.Where(input => input.Origin == "given"))
        {
            writer.WriteString(input.Input.Name, Text.Redaction.Variable(input.Input.Name, input.Value ?? ""));
        }

        writer.WriteEndObject();
        writer.WriteStartObject("stepMs");
        foreach (var step in report.Steps)
        {
            writer.WriteNumber(step.Step.Id, step.DurationMs);
        }

        writer.WriteEndObject();
        writer.WritePropertyName("evidence");
        EvidenceJson.Write(writer, Redacted(report.Evidence));
        writer.WriteEndObject();
    }

    /// <summary>Reads a run and judges it anew.</summary>
    /// <param name="stream">What <see cref="Write"/> wrote.</param>
    /// <param name="origin">The file's name, for messages.</param>
    /// <param name="library">Where its playbook is looked up.</param>
    /// <exception cref="DebugDeckException">Usage: it is no saved run. NotFound: its playbook is not there.</exception>
    public static RunReport Read(Stream stream, string origin, PlaybookLibrary library)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("savedRun", out var name))
            {
                throw new DebugDeckException(ErrorKind.Usage, $"{origin} is not a saved run", "`debugdeck run PLAYBOOK ADDRESS --save FILE` writes one");
            }

            if (root.GetProperty("schemaVersion").GetInt32() != Version)
            {
                throw new DebugDeckException(ErrorKind.Usage, $"{origin} was saved by another version of DebugDeck");
            }

            var playbook = library.Find(name.GetString() ?? "")
                ?? throw new DebugDeckException(ErrorKind.NotFound, $"{origin} is a run of the playbook '{name}', which is not there", "name its file with --playbook");
            var subject = new RunSubject(playbook, Text("target"), Text("hostKind"), root.GetProperty("inputs").EnumerateObject().ToDictionary(input => input.Name, input => input.Value.GetString() ?? ""));
            var times = new RunTimes(
                root.GetProperty("durationMs").GetInt64(),
                root.GetProperty("stepMs").EnumerateObject().ToImmutableSortedDictionary(step => step.Name, step => step.Value.GetInt64(), StringComparer.Ordinal));
            return RunRules.Judge(subject, EvidenceJson.Read(root.GetProperty("evidence"), root.GetProperty("startedAt").GetDateTimeOffset()), times);

            string Text(string property) => root.GetProperty(property).GetString() ?? "";
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new DebugDeckException(ErrorKind.Usage, $"{origin} is not a saved run: {error.Message.TrimEnd('.')}", inner: error);
        }
    }

    private static CaseEvidence Redacted(CaseEvidence evidence) =>
        new CaseEvidence(evidence.TakenAt).With(evidence.Answers.Select(answer => EvidenceKinds.Of(answer.Request).Redact(answer)));
}
