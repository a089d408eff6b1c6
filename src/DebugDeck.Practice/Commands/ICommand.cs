namespace DebugDeck.Practice.Commands;

/// <summary>A program that containers can run. A new one is a new file, entered in <see cref="CommandList"/>.</summary>
internal interface ICommand
{
    /// <summary>The names it is called by.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Runs it to its end; the exit status.</summary>
    ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken);
}
