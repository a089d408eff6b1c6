namespace DebugDeck.Core.Playbooks;

/// <summary>Something a playbook can be told.</summary>
public sealed record PlaybookInput
{
    /// <summary>What <c>--set NAME=VALUE</c> and <c>{{NAME}}</c> say.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Several values are welcome, separated by commas.</summary>
    public bool IsList { get; init; }

    /// <summary>Without a value there is nothing to run.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Taken where nobody says anything better; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>Where a value may be found, best first.</summary>
    public IReadOnlyList<InputSource> Sources { get; init; } = [];
}
