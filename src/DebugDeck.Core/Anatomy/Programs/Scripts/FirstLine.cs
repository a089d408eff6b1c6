using System.Text;

namespace DebugDeck.Core.Anatomy.Programs.Scripts;

/// <summary>A script's first line, <c>#!INTERPRETER [ARGUMENT]</c>, as the kernel reads it.</summary>
/// <param name="Interpreter">The program it names, as written, without the carriage return; empty if it names none.</param>
/// <param name="Argument">All that follows, as one argument; null if nothing does.</param>
/// <param name="HasCarriageReturn">The line ends as on Windows, so that the kernel looks for a program whose name ends in a carriage return.</param>
internal sealed record FirstLine(string Interpreter, string? Argument, bool HasCarriageReturn)
{
    // BINPRM_BUF_SIZE of the kernel.
    private const int Most = 256;

    /// <summary>Null if it does not begin with <c>#!</c>.</summary>
    public static FirstLine? Parse(ReadOnlySpan<byte> start)
    {
        if (!start.StartsWith("#!"u8))
        {
            return null;
        }

        var line = start[2..Math.Min(start.Length, Most)];
        if (line.IndexOf((byte)'\n') is >= 0 and var end)
        {
            line = line[..end];
        }

        var text = Encoding.UTF8.GetString(line);
        var hasReturn = text.EndsWith('\r');
        text = text.Trim(' ', '\t', '\r', '\0');
        var space = text.AsSpan().IndexOfAny(' ', '\t');
        return space < 0
            ? new FirstLine(text, null, hasReturn)
            : new FirstLine(text[..space], text[space..].Trim(' ', '\t'), hasReturn);
    }

    /// <summary>
    /// The program that <c>env</c> is to find on <c>PATH</c> (<c>#!/usr/bin/env python3</c>, <c>env -S node --flag</c>, <c>env A=B sh</c>);
    /// null if the interpreter is not <c>env</c>, or it names none.
    /// </summary>
    public string? FoundByEnv => !Interpreter.EndsWith("/env", StringComparison.Ordinal) ? null : Argument?
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(word => !word.StartsWith('-') && !word.Contains('=', StringComparison.Ordinal));

    /// <summary><c>env</c> gets a name with spaces in it, because the kernel passes on all that follows as one argument and <c>-S</c> is missing.</summary>
    public bool NeedsSplit => FoundByEnv is not null && Argument!.Contains(' ', StringComparison.Ordinal) && !Argument.StartsWith("-S", StringComparison.Ordinal)
        && !Argument.StartsWith("--split-string", StringComparison.Ordinal);
}
