using System.Text;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets.Details;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>Takes secrets out of the general kinds of evidence.</summary>
internal static class EvidenceSecrets
{
    // Larger texts are bundles and lists; a secret among them would be one that the program ships to everybody.
    private const int LargestText = 256 * 1024;

    public static TargetDetails Redact(TargetDetails details) => details with
    {
        Command = [.. details.Command.Select(Redaction.Assignment)],
        Environment = [.. details.Environment.Select(variable => variable with { Value = variable.Value is { } value ? Redaction.Variable(variable.Name, value) : null })],
        Image = details.Image is { } image
            ? image with { Environment = [.. image.Environment.Select(Redaction.Assignment)], History = [.. image.History.Select(Redaction.Text)] }
            : null,
        Events = [.. details.Events.Select(fact => fact with { Message = Redaction.Text(fact.Message) })],
        LastEnd = details.LastEnd is { Message: { } message } end ? end with { Message = Redaction.Text(message) } : details.LastEnd,
    };

    public static CapturedFile Redact(CapturedFile file)
    {
        // Certificates are no secrets, and a bundle that has been tampered with would be judged as broken.
        if (file.Content is not { Length: <= LargestText } content || content.Span.Contains((byte)0) || content.Span.IndexOf("-----BEGIN CERTIFICATE"u8) >= 0)
        {
            return file;
        }

        var text = Encoding.UTF8.GetString(content.Span);
        var redacted = Redaction.Text(text);
        return redacted == text ? file : file with { Content = Encoding.UTF8.GetBytes(redacted) };
    }

    public static LogTail Redact(LogTail log) => log with { Lines = [.. log.Lines.Select(line => line with { Text = Redaction.Text(line.Text) })] };

    public static ProcessFacts Redact(ProcessFacts process) => process with
    {
        Command = process.Command is { } command ? [.. command.Select(Redaction.Assignment)] : null,
        Environment = process.Environment is { } environment ? [.. environment.Select(Redaction.Assignment)] : null,
    };

    public static CommandResult Redact(CommandResult result) => result with { Output = Redaction.Text(result.Output), Error = Redaction.Text(result.Error) };
}
