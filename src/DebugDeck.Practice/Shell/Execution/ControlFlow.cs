namespace DebugDeck.Practice.Shell.Execution;

/// <summary>Leaves the shell.</summary>
internal sealed class ShellExitException(int status) : Exception
{
    public int Status { get; } = status;
}

/// <summary>Leaves a function or a sourced file.</summary>
internal sealed class ShellReturnException(int status) : Exception
{
    public int Status { get; } = status;
}

/// <summary><c>break</c> and <c>continue</c>.</summary>
internal sealed class LoopControlException(int levels, bool isBreak) : Exception
{
    public int Levels { get; } = levels;

    public bool IsBreak { get; } = isBreak;
}
