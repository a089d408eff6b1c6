namespace DebugDeck.Kubernetes.Tests.Playbooks;

/// <summary>The tests that run playbooks on the built-in world share its clusters.</summary>
[CollectionDefinition(nameof(PlaybookRuns))]
public sealed class PlaybookRuns : ICollectionFixture<PlaybookLab>;
