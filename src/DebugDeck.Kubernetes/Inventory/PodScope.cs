using DebugDeck.Core.Hosts;

namespace DebugDeck.Kubernetes.Inventory;

/// <summary>Which namespaces are looked at: what the user wants, and what there is left of it where the server refuses to show all.</summary>
/// <param name="wanted">What the user wants at first.</param>
/// <param name="own">The namespace of the context.</param>
/// <param name="favourites">The namespaces that the user's settings name.</param>
internal sealed class PodScope(NamespaceScope wanted, string own, IReadOnlyList<string> favourites)
{
    private readonly Lock _lock = new();
    private NamespaceScope _wanted = wanted;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public NamespaceScope Wanted
    {
        get
        {
            lock (_lock)
            {
                return _wanted;
            }
        }
    }

    /// <summary>The namespace of the context.</summary>
    public string Own => own;

    /// <summary>The namespaces that a user knows of without being allowed to list them.</summary>
    public NamespaceScope Fallback { get; } = NamespaceScope.Of([own, .. favourites]);

    /// <summary>What is wanted now, and what ends as soon as something else is.</summary>
    public (Task Changed, NamespaceScope Wanted) Look()
    {
        lock (_lock)
        {
            return (_changed.Task, _wanted);
        }
    }

    public void Want(NamespaceScope scope)
    {
        TaskCompletionSource before;
        lock (_lock)
        {
            if (scope.Equals(_wanted))
            {
                return;
            }

            _wanted = scope;
            before = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.SetResult();
    }
}
