using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Hosts;

/// <summary>A host that can say more about itself than whether it answers: who we are to it, and what it lets us do.</summary>
public interface IExaminedHost : IContainerHost
{
    /// <summary>Asks it, without changing anything.</summary>
    /// <exception cref="DebugDeckException">It does not answer, or does not accept who we are.</exception>
    Task<IReadOnlyList<HostFact>> ExamineAsync(CancellationToken cancellationToken);
}
