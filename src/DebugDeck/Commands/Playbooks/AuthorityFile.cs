using System.Globalization;
using DebugDeck.Core.Diagnosis.Certificates.Rules;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Playbooks.Inputs;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Text;

namespace DebugDeck.Commands.Playbooks;

/// <summary>The file of <c>--ca-from</c>: authorities that servers sent and the program lacks.</summary>
internal static class AuthorityFile
{
    /// <summary>Writes it and says what is in it; without any, nothing is written and that is said.</summary>
    /// <exception cref="DebugDeckException">Failed: it cannot be written.</exception>
    public static void Write(CommandContext context, string path, RunReport report)
    {
        var found = SentAuthority.Of(InputGuess.ToInputs(report.Inputs), report.Evidence);
        if (found.Count == 0)
        {
            context.Note($"note: {path} was not written: no server sent an authority that the program lacks; ask the server's owner for it");
            return;
        }

        try
        {
            File.WriteAllText(path, string.Concat(found.Select(sent => sent.Pem)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{path} cannot be written: {error.Message.TrimEnd('.')}", inner: error);
        }

        foreach (var sent in found)
        {
            context.Note(VisibleText.Escape($"{sent.Certificate.Subject.Text}, sent by {sent.Server}, SHA-256 {sent.Certificate.Fingerprint}"));
        }

        context.Note(string.Create(CultureInfo.InvariantCulture, $"{found.Count} {(found.Count == 1 ? "authority is" : "authorities are")} in {path}; compare the fingerprint with what the owner tells you by another way before you trust it"));
    }
}
