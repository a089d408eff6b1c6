using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Diagnosis.Programs;

/// <summary>What keeps a container from its first start.</summary>
internal static class WaitWords
{
    private const string Images = "https://kubernetes.io/docs/concepts/containers/images/#imagepullbackoff";
    private const string Pods = "https://kubernetes.io/docs/tasks/debug/debug-application/debug-pods/";

    private static readonly string[] ImageWords = ["ImagePull", "ErrImage", "InvalidImageName", "ImageInspectError", "RegistryUnavailable", "ErrImageNeverPull", "image cannot be pulled"];
    private static readonly string[] ConfigWords = ["CreateContainerConfigError"];
    private static readonly string[] StartWords = ["RunContainerError", "CreateContainerError", "PostStartHookError", "PreCreateHookError", "PreStartHookError"];

    /// <summary>Null for one that runs or has run, or does not wait for anything.</summary>
    public static Finding? Of(TargetDetails details)
    {
        var target = details.Target;
        if (target.State is not (ContainerState.Waiting or ContainerState.Created or ContainerState.Restarting))
        {
            return null;
        }

        var reason = target.Reason ?? "";
        var schedule = details.Conditions.FirstOrDefault(condition => condition is { Type: "PodScheduled", Status: "False" });
        return reason switch
        {
            _ when schedule is not null => Of(details, "crash.not-scheduled", "No node takes the pod", "The scheduler finds no node that fits: resources, node selector, taints, affinity, or a volume that is bound elsewhere. What it says names the reason for each node.", "kubectl describe pod POD", Pods),
            _ when Has(reason, ImageWords) => Of(details, "crash.image", "The image cannot be pulled", "So the container has never been started, and nothing can be looked at in it. The registry's answer tells a wrong name or tag, a missing secret, a limit and an unreachable registry apart.", "kubectl describe pod POD", Images),
            _ when Has(reason, ConfigWords) => Of(details, "crash.configuration", "The container cannot be set up", "What its specification refers to is not there or not allowed: a ConfigMap, a Secret, a key, a user. It starts by itself as soon as that is mended.", "kubectl describe pod POD", Pods),
            _ when Has(reason, StartWords) => Of(details, "crash.not-started", "The runtime could not start the program", "The image is there; creating or starting the container fails.", "kubectl describe pod POD", Pods),
            _ => Of(details, "crash.waits", "The container has not been started yet", "It waits: for init containers, for volumes, or for its turn. Nothing is known to be wrong with its program.", null, Pods) with { Severity = Severity.Info },
        };
    }

    private static bool Has(string reason, string[] words) => words.Any(word => reason.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static Finding Of(TargetDetails details, string rule, string title, string explanation, string? command, string link)
    {
        var says = details.Events.FirstOrDefault(fact => fact is { IsWarning: true, Reason: "Failed" or "FailedScheduling" or "FailedMount" or "InspectFailed" or "FailedCreatePodSandBox" });
        var pod = details.Target.Name.Split('/')[0];
        return new Finding(rule, Severity.Problem, title, explanation)
        {
            Evidence =
            [
                new Evidence("status", details.Target.State.ToString().ToLowerInvariant(), details.Target.Reason ?? "no reason is given"),
                .. details.Conditions.Where(condition => condition is { Type: "PodScheduled", Status: "False" }).Select(condition => new Evidence("status", condition.Type, $"{condition.Reason}: {condition.Message}")),
                .. says is null ? Array.Empty<Evidence>() : [new Evidence("event", says.Reason, says.Message)],
            ],
            Fixes = command is null ? [] : [new Fix(FixKind.Immediate, "See all that the cluster says", "shell", $"{command.Replace("POD", pod, StringComparison.Ordinal)}{(details.Target.Project is { } space ? $" -n {space}" : "")}")],
            Links = [link],
        };
    }
}
