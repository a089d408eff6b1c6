using System.CommandLine;
using DebugDeck.Core.Errors;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck completion</c>: the script that lets a shell complete our command lines.</summary>
internal static class CompletionCommand
{
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = "debugdeck.bash",
        ["zsh"] = "debugdeck.zsh",
        ["fish"] = "debugdeck.fish",
        ["powershell"] = "debugdeck.ps1",
    };

    public static DeckCommand Define(CommandScope scope)
    {
        var shell = new Argument<string>("SHELL") { Description = string.Join(", ", Scripts.Keys) };
        shell.CompletionSources.Add([.. Scripts.Keys]);
        var command = new DeckCommand("completion", "The script that completes commands, options and addresses in your shell")
        {
            Examples =
            [
                "source <(debugdeck completion bash)",
                "source <(debugdeck completion zsh)",
                "debugdeck completion fish > ~/.config/fish/completions/debugdeck.fish",
                "debugdeck completion powershell | Out-String | Invoke-Expression",
            ],
        };
        command.Take(shell);
        return scope.Run(command, parsed => parsed.GetRequiredValue(shell), (context, name, _) => Task.FromResult(Print(context, name)));
    }

    private static int Print(CommandContext context, string shell)
    {
        if (!Scripts.TryGetValue(shell, out var script))
        {
            throw new DebugDeckException(ErrorKind.Usage, $"there is no completion for '{shell}'", $"there is one for {string.Join(", ", Scripts.Keys)}");
        }

        using var reader = new StreamReader(typeof(CompletionCommand).Assembly.GetManifestResourceStream(script)
            ?? throw new InvalidOperationException($"the resource {script} is missing"));
        context.Out.Text.Write(reader.ReadToEnd());
        return ExitCode.Done;
    }
}
