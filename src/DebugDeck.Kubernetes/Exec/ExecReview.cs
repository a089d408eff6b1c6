namespace DebugDeck.Kubernetes.Exec;

/// <summary>A SelfSubjectAccessReview about <c>pods/exec</c>.</summary>
internal sealed record ExecReview
{
    public string ApiVersion { get; set; } = "authorization.k8s.io/v1";

    public string Kind { get; set; } = "SelfSubjectAccessReview";

    public SpecPart? Spec { get; set; }

    public StatusPart? Status { get; set; }

    internal sealed record SpecPart(AttributesPart ResourceAttributes);

    internal sealed record AttributesPart(string Namespace, string Verb, string Resource, string Subresource);

    internal sealed record StatusPart(bool Allowed, string? Reason);
}
