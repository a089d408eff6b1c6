namespace DebugDeck.Practice.Tests.Shell;

/// <summary>What a script left behind.</summary>
internal sealed record ShellResult(string Output, string Errors, int ExitCode);
