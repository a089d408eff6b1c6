namespace DebugDeck.Kubernetes.Planning;

/// <summary>
/// Kubernetes expands the words of a container's <c>command</c> and <c>args</c> before it starts it: <c>$(NAME)</c> becomes a variable's value and
/// <c>$$</c> a single <c>$</c>. A shell script is full of both.
/// </summary>
internal static class KubernetesExpansion
{
    /// <summary>The word that arrives as <paramref name="text"/>.</summary>
    public static string Escape(string text) => text.Replace("$", "$$", StringComparison.Ordinal);
}
