using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Hosts;

/// <summary>Hosts that are known by name and can be opened while the program runs: the contexts of a kubeconfig.</summary>
public interface IHostSource
{
    /// <summary>The names, sorted; none where there is nothing to choose from.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Opens one; nothing is connected yet, and the caller owns it.</summary>
    /// <exception cref="DebugDeckException">Usage: there is none of that name, or it cannot be used as it is written.</exception>
    IContainerHost Open(string name);
}
