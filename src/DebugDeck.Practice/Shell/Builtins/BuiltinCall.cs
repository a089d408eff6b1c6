using System.Text;
using DebugDeck.Practice.Shell.Execution;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary>One call of a builtin.</summary>
internal sealed record BuiltinCall(Interpreter Shell, SimpleCommandRunner Runner, IReadOnlyList<string> Fields, StreamTable Streams)
{
    public ShellState State => Shell.State;

    public string Name => Fields[0];

    public IReadOnlyList<string> Arguments { get; } = [.. Fields.Skip(1)];

    public ValueTask PrintLineAsync(string text, CancellationToken cancellationToken) =>
        Streams.Out.WriteAsync(Encoding.UTF8.GetBytes(text + "\n"), cancellationToken);

    public async ValueTask<int> FailAsync(string message, CancellationToken cancellationToken, int status = 1)
    {
        await Shell.ReportAsync($"{Name}: {message}", Streams, cancellationToken);
        return status;
    }

    /// <summary>The number of an argument; a wrong one ends the shell, as it does in ash.</summary>
    public int Number(string text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ShellErrorException($"{Name}: line 0: Illegal number: {text}");
}
