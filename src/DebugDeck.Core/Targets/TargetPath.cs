using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Targets;

/// <summary>A path inside a target: <c>ADDRESS:/path</c> (design.md 4).</summary>
/// <param name="Address">The target.</param>
/// <param name="Path">The absolute path in it.</param>
public sealed record TargetPath(TargetAddress Address, string Path)
{
    /// <summary>Reads <c>ADDRESS:/path</c>. The first <c>:/</c> that does not belong to a scheme splits the two: an image tag holds no slash, a path may hold anything.</summary>
    /// <exception cref="DebugDeckException">Usage: no absolute path in it.</exception>
    public static TargetPath Parse(string text)
    {
        for (var at = text.IndexOf(":/", StringComparison.Ordinal); at >= 0; at = text.IndexOf(":/", at + 1, StringComparison.Ordinal))
        {
            var isScheme = at + 2 < text.Length && text[at + 2] == '/' && IsScheme(text.AsSpan(0, at));
            if (!isScheme && at > 0)
            {
                return new TargetPath(TargetAddress.Parse(text[..at]), text[(at + 1)..]);
            }
        }

        throw new DebugDeckException(ErrorKind.Usage, $"'{text}' names no path in a target", "write ADDRESS:/path, for example docker://web:/etc/resolv.conf");
    }

    public override string ToString() => $"{Address}:{Path}";

    private static bool IsScheme(ReadOnlySpan<char> text) => text is "docker" or "podman" or "image" or "archive";
}
