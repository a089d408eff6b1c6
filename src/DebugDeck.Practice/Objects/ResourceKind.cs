using System.Text;

namespace DebugDeck.Practice.Objects;

/// <summary>One kind of object that the API serves, and what discovery says about it.</summary>
/// <param name="Group">The API group; empty for the core group.</param>
/// <param name="Plural">Its name in paths, such as <c>pods</c>.</param>
internal sealed record ResourceKind(string Group, string Version, string Plural, string Kind, bool Namespaced)
{
    private static readonly string[] AllVerbs = ["create", "delete", "get", "list", "patch", "update", "watch"];

    public string Singular { get; } = Kind.ToLowerInvariant();

    public IReadOnlyList<string> ShortNames { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Verbs { get; init; } = AllVerbs;

    /// <summary>Whether it is a question that is answered and forgotten, such as an access review.</summary>
    public bool IsReview => Verbs is ["create"];

    public IReadOnlyList<Subresource> Subresources { get; init; } = [];

    /// <summary>The fields besides name and namespace that a field selector may use.</summary>
    public IReadOnlyList<string> SelectableFields { get; init; } = [];

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>What messages call it: <c>pods</c>, <c>deployments.apps</c>.</summary>
    public string QualifiedName => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    /// <summary>The start of every object of this kind as JSON, up to where its metadata begins.</summary>
    public ReadOnlyMemory<byte> Preamble { get; } = Encoding.UTF8.GetBytes(
        $"{{\"kind\":\"{Kind}\",\"apiVersion\":\"{(Group.Length == 0 ? Version : $"{Group}/{Version}")}\",");
}
