namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>A command with its redirections.</summary>
internal abstract record Command
{
    public IReadOnlyList<Redirection> Redirections { get; init; } = [];
}

/// <summary>Assignments and words.</summary>
internal sealed record SimpleCommand(IReadOnlyList<(string Name, Word Value)> Assignments, IReadOnlyList<Word> Words) : Command;

/// <summary><c>{ … }</c>, or <c>( … )</c> in a shell of its own.</summary>
internal sealed record GroupCommand(Script Body, bool Subshell) : Command;

/// <summary><c>if</c> with its <c>elif</c> branches.</summary>
internal sealed record IfCommand(IReadOnlyList<(Script Condition, Script Body)> Branches, Script? Else) : Command;

/// <summary><c>while</c> and <c>until</c>.</summary>
internal sealed record LoopCommand(Script Condition, Script Body, bool Until) : Command;

/// <summary><c>for</c>; without a list it goes over the positional parameters.</summary>
internal sealed record ForCommand(string Name, IReadOnlyList<Word>? Words, Script Body) : Command;

/// <summary><c>case</c>.</summary>
internal sealed record CaseCommand(Word Subject, IReadOnlyList<(IReadOnlyList<Word> Patterns, Script Body)> Arms) : Command;

/// <summary><c>name() …</c>.</summary>
internal sealed record FunctionCommand(string Name, Command Body) : Command;
