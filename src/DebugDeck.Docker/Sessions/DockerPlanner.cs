using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;

namespace DebugDeck.Docker.Sessions;

/// <summary>Says how a debug container would be started for a target. Creates nothing.</summary>
public sealed class DockerPlanner(DockerConnection connection, ToolboxCatalog toolboxes)
{
    /// <exception cref="DebugDeckException">NotFound: the target is gone, or does not run and its image is gone. Usage: no such toolbox or profile.</exception>
    public async Task<DebugPlan> PlanAsync(Target target, DebugRequest request, CancellationToken cancellationToken)
    {
        IEnumerable<string> images =
        [
            .. toolboxes.Candidates(request.Toolbox),
            .. toolboxes.Candidates(ToolboxCatalog.Busybox),
            .. toolboxes.Candidates(ToolboxCatalog.StaticBusybox),
        ];
        var facts = await new TargetInspection(connection).ReadAsync(target.Id, images, cancellationToken);
        return SessionPlanning.Decide(target, request, facts, toolboxes, connection.Info);
    }
}
