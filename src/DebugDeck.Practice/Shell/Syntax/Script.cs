namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>A list of commands.</summary>
internal sealed record Script(IReadOnlyList<ListItem> Items)
{
    public static Script Empty { get; } = new([]);
}

/// <summary>Pipelines joined by <c>&amp;&amp;</c> and <c>||</c>, run in the background or not.</summary>
internal sealed record ListItem(Pipeline First, IReadOnlyList<(bool IfSucceeded, Pipeline Pipeline)> Rest, bool Background, string Source);

/// <summary>Commands joined by <c>|</c>.</summary>
internal sealed record Pipeline(IReadOnlyList<Command> Commands, bool Negated);
