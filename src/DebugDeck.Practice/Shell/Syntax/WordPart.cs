namespace DebugDeck.Practice.Shell.Syntax;

/// <summary>A piece of a word. What was quoted is neither split into fields nor matched against file names.</summary>
internal abstract record WordPart(bool Quoted);

/// <summary>Literal text.</summary>
internal sealed record TextPart(string Text, bool Quoted) : WordPart(Quoted);

/// <summary><c>$name</c> or <c>${name-word}</c>.</summary>
internal sealed record ParameterPart(string Name, string Operator, Word? Argument, bool Quoted) : WordPart(Quoted);

/// <summary><c>$(…)</c> or the same in back quotes.</summary>
internal sealed record CommandPart(Script Body, bool Quoted) : WordPart(Quoted);

/// <summary><c>$((…))</c>.</summary>
internal sealed record ArithmeticPart(Word Expression, bool Quoted) : WordPart(Quoted);
