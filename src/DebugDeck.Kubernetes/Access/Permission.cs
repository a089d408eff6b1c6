namespace DebugDeck.Kubernetes.Access;

/// <summary>Something that a Role can allow in a namespace.</summary>
/// <param name="Verb"><c>get</c>, <c>create</c>, <c>patch</c>, …</param>
/// <param name="Resource">With its sub-resource: <c>pods/exec</c>.</param>
internal sealed record Permission(string Verb, string Resource)
{
    /// <summary>The line of a Role that allows it.</summary>
    public string Rule => $"{{apiGroups: [\"\"], resources: [{Resource}], verbs: [{Verb}]}}";

    public override string ToString() => $"{Verb} {Resource}";
}
