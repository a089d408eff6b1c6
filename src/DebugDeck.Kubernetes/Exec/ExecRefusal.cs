using System.Net;
using DebugDeck.Core.Errors;
using DebugDeck.Kubernetes.Connection;
using DebugDeck.Kubernetes.Pods;

namespace DebugDeck.Kubernetes.Exec;

/// <summary>Why a server does not start a process, in the user's words.</summary>
internal static class ExecRefusal
{
    private static readonly HttpStatusCode[] NoWebSocket =
    [
        HttpStatusCode.MethodNotAllowed, HttpStatusCode.UpgradeRequired, HttpStatusCode.NotImplemented, HttpStatusCode.NotAcceptable,
    ];

    /// <summary>The permission was refused; which part of it, a review tells.</summary>
    public static bool IsPermission(DebugDeckException error) => error.InnerException is KubeStatusException { Code: HttpStatusCode.Forbidden, Status: not null };

    /// <summary>Web sockets are not possible here, whoever asks: an old server, or a proxy in between.</summary>
    public static bool IsNoWebSocket(DebugDeckException error) => error.InnerException switch
    {
        NoWebSocketException => true,

        // A protocol that the server does not know is refused without a word.
        KubeStatusException { Code: HttpStatusCode.Forbidden, Status: null } => true,
        KubeStatusException { Code: HttpStatusCode.BadRequest } status => status.Message.Contains("Upgrade request required", StringComparison.Ordinal),
        KubeStatusException status => NoWebSocket.Contains(status.Code),
        _ => false,
    };

    /// <summary>Everything that has nothing to do with permissions or web sockets.</summary>
    public static DebugDeckException InWords(DebugDeckException error, PodKey container) => error.InnerException switch
    {
        KubeStatusException { Code: HttpStatusCode.NotFound } => new DebugDeckException(
            ErrorKind.NotFound, $"there is no pod {container.Pod} in {container.Namespace} any more", "has it been replaced? `debugdeck list` shows what there is", error),
        KubeStatusException { Code: HttpStatusCode.BadRequest } status when status.Message.Contains("is not valid for pod", StringComparison.Ordinal) => new DebugDeckException(
            ErrorKind.NotFound, $"pod {container.Pod} has no container '{container.Container}'", "`debugdeck list` shows its containers", error),

        // The kubelet's answer, as plain text.
        KubeStatusException { Code: HttpStatusCode.InternalServerError } status when status.Message.Contains("not found (", StringComparison.Ordinal) => new DebugDeckException(
            ErrorKind.Failed, $"container '{container.Container}' of pod {container.Pod} does not run", "its log may say why: `debugdeck logs`", error),
        _ => error,
    };

    /// <summary>Names the missing verbs of pods/exec.</summary>
    public static DebugDeckException Permission(DebugDeckException error, PodKey container, IReadOnlyList<string> missing) => new(
        ErrorKind.NotPermitted,
        $"you may not start processes in pods of {container.Namespace}: {string.Join(" and ", missing)} on pods/exec {(missing.Count == 1 ? "is" : "are")} missing",
        "ask for a Role with: apiGroups [\"\"], resources [pods/exec], verbs [get, create]",
        error);
}
