using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Debugging.Planning;

/// <summary>The error of a plan that found no way.</summary>
public static class PlanRefusal
{
    /// <summary>NotPermitted if permissions or admission stand in the way, Failed if it is the target's own state.</summary>
    public static DebugDeckException Of(DebugPlan plan)
    {
        var refused = plan.Candidates.FirstOrDefault(candidate => candidate.Accepted == false);
        var missing = plan.Permissions.Where(answer => !answer.Allowed).Select(answer => $"{answer.Verb} {answer.Resource}").ToList();
        var needed = missing.Where(permission => permission is "patch pods/ephemeralcontainers" or "create pods/exec").ToList();
        var hint = $"`debugdeck plan {plan.Target.Address}{(plan.Target.Project is { } space ? $" -n {space}" : "")}` shows every way that was tried, and what to ask for";
        return (needed, refused) switch
        {
            ({ Count: > 0 }, _) when plan.Technique != DebugTechnique.Copy || needed.Contains("create pods/exec") => new DebugDeckException(
                ErrorKind.NotPermitted, $"you may not debug {plan.Target.Address} in {plan.Target.Project}: {string.Join(" and ", needed)} {(needed.Count == 1 ? "is" : "are")} not allowed", hint),
            (_, { } candidate) => new DebugDeckException(ErrorKind.NotPermitted, $"no way to the files of {plan.Target.Address} is allowed: {candidate.ServerMessage}", hint),
            _ => new DebugDeckException(ErrorKind.Failed, plan.Advice.Count > 0 ? plan.Advice[0].Split('\n')[0] : $"no way leads to the files of {plan.Target.Address}", hint),
        };
    }
}
