namespace DebugDeck.Kubernetes.Connection;

/// <summary>Where credentials come from.</summary>
internal interface ICredentialSource
{
    /// <summary>Whether asking again may bring something new: a 401 is worth one more try then.</summary>
    bool CanRenew { get; }

    /// <param name="renew">The server refused what was given before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<Credential> GetAsync(bool renew, CancellationToken cancellationToken);
}
