using System.Net;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>A refusal as the server put it; the cause of the exception the user sees, for code that must tell refusals apart.</summary>
internal sealed class KubeStatusException(HttpStatusCode code, StatusDocument? status, string message) : Exception(message)
{
    public HttpStatusCode Code => code;

    /// <summary><c>Expired</c>, <c>Forbidden</c>, …; null where the server gave none.</summary>
    public string? Reason => status?.Reason;

    public StatusDocument? Status => status;
}
