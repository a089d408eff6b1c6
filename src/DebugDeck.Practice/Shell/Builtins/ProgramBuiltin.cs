using DebugDeck.Practice.Commands;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary>A program that the shell has built in, so that it works where there are no files at all.</summary>
internal sealed class ProgramBuiltin(ICommand command) : IBuiltin
{
    public IReadOnlyList<string> Names => command.Names;

    public async ValueTask<int> RunAsync(BuiltinCall call, CancellationToken cancellationToken) =>
        await ProgramLauncher.RunCommandAsync(command, new CommandContext(call.State.Process, call.Fields, call.Streams), cancellationToken);
}
