namespace DebugDeck.Tests.Commands;

/// <summary>What a command line did.</summary>
internal sealed record CommandResult(int Code, string Output, string Error)
{
    /// <summary>Everything in one text, for golden files.</summary>
    public string Transcript => $"{Output}{(Error.Length > 0 ? $"--- stderr\n{Error}" : "")}--- exit code {Code}\n";
}
