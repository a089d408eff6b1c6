namespace DebugDeck.Core.Playbooks;

/// <summary>What an input is drawn from.</summary>
public enum InputSourceKind
{
    /// <summary>A named group of a symptom that was found.</summary>
    Symptom,

    /// <summary>A variable of the environment, as it is.</summary>
    Environment,

    /// <summary>A field of the target's details.</summary>
    Spec,

    /// <summary>Host names that stand in environment, arguments and log lines of trouble.</summary>
    Hosts,

    /// <summary>End points of TLS, as <c>HOST:PORT</c>, that stand there.</summary>
    TlsEndpoints,

    /// <summary>Names of time zones that stand there.</summary>
    Zones,

    /// <summary>Services of the target's namespace.</summary>
    Services,
}
