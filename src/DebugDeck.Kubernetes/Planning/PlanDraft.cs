using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Shells;
using DebugDeck.Core.Targets;

namespace DebugDeck.Kubernetes.Planning;

/// <summary>A plan in the making, apart from asking the server: what to ask it, and what follows from its answers.</summary>
/// <param name="facts">The pod and the target.</param>
/// <param name="target">The target as the inventory has it.</param>
/// <param name="request">What the user asks for.</param>
/// <param name="toolboxes">The images of the toolboxes.</param>
/// <param name="context">The kubeconfig's context, for kubectl.</param>
/// <param name="startedBy">user@machine.</param>
internal sealed class PlanDraft(PodFacts facts, Target target, DebugRequest request, ToolboxCatalog toolboxes, string context, string startedBy)
{
    // A debug container that ends in a moment is of no use to somebody who starts now.
    private static readonly TimeSpan LeastTimeLeft = TimeSpan.FromMinutes(1);

    private readonly Toolbox _asked = toolboxes.Find(request.Toolbox);
    private readonly string _copyName = DebugNames.Copy(facts.Pod);
    private readonly string _containerName = DebugNames.Container(facts.Names);

    private bool IsCopy => !facts.IsRunning || facts.IsCrashLooping || facts.IsOver;

    // netshoot's programs need the libraries of their own image. An image of the user's own choice may well be static, which starting will tell.
    private Toolbox Used => IsCopy && request.Toolbox == "netshoot" ? toolboxes.Find(ToolboxCatalog.Busybox) : _asked;

    /// <summary>The ways to try, least privilege first.</summary>
    public IReadOnlyList<DraftCandidate> Candidates(ShellFinding shell, IReadOnlyList<AccessAnswer> permissions) => IsCopy
        ? CopyDrafts.For(facts, request, Used, _copyName, context, startedBy)
        :
        [
            .. ExecDraft.For(facts, request, shell, permissions, context) is { } exec ? [exec] : Array.Empty<DraftCandidate>(),
            .. EphemeralDrafts.For(facts, request, Used, _containerName, context, startedBy),
        ];

    /// <summary>The plan that follows from the server's answers.</summary>
    public DebugPlan Decide(IReadOnlyList<DraftCandidate> answered, IReadOnlyList<AccessAnswer> permissions, DateTimeOffset now)
    {
        var isProfileAsked = request.Profile is not (DebugProfiles.Auto or "");
        var chosen = PlanChoice.Of(answered, permissions, isProfileAsked);
        var technique = chosen?.Candidate.Technique ?? (IsCopy ? DebugTechnique.Copy : DebugTechnique.Ephemeral);
        var reused = technique == DebugTechnique.Ephemeral ? Reusable(chosen, isProfileAsked, now) : null;
        return new DebugPlan
        {
            Target = target,
            Technique = technique,
            Toolbox = Used,
            TimeLimit = request.TimeLimit,
            User = chosen?.Candidate.User ?? "",
            Capabilities = chosen?.Candidate.Security?.AddedCapabilities ?? [],
            SharedNamespaces = technique == DebugTechnique.Ephemeral ? ["pid", "network"] : [],
            TargetRoot = technique != DebugTechnique.Ephemeral ? "/" : facts.SharesProcesses || facts.HostProcesses ? "/proc/PID/root" : "/proc/1/root",
            EquivalentCommand = chosen?.EquivalentCommand ?? "",
            Identity = facts.Identity,
            Permissions = permissions,
            Candidates = [.. answered.Select(draft => draft.Candidate)],
            Chosen = chosen?.Candidate,
            Reuses = reused?.Name,
            RepeatsFailure = facts.Failed.Any(failed => failed.Image == Used.Image) && technique == DebugTechnique.Ephemeral,
            Warnings = [.. IsCopy ? CopyDrafts.Warnings(facts, _asked, Used) : [], .. PlanWarnings.For(facts, chosen?.Candidate, Used, permissions, reused is not null)],
            Advice = chosen is null ? PlanAdvice.For(facts, answered, permissions, IsCopy ? CopyDrafts.Blocker(facts) : null) : [],
            Manifest = chosen?.Manifest,
            ContainerName = chosen is null ? null : technique == DebugTechnique.Ephemeral ? _containerName : facts.Container,
            PodName = chosen is null || technique != DebugTechnique.Copy ? null : _copyName,
        };
    }

    // What runs already must be the same toolbox and see what is asked for; or be the very thing that was asked for by name.
    private RunningAttempt? Reusable(DraftCandidate? chosen, bool isProfileAsked, DateTimeOffset now) => facts.Running.FirstOrDefault(running =>
        running.Image == Used.Image
        && (running.EndsAt is not { } end || end - now > LeastTimeLeft)
        && (isProfileAsked
            ? SecurityJson.AreSame(running.Security, chosen?.Candidate.Security)
            : Outlook.For(ContainerStart.Predict(running.Security, facts.PodSecurity, new TargetIdentity(0, 0, "toolbox"), facts.RuntimeDefaults), facts.Rights, running.Security).Sees.Files == true));
}
