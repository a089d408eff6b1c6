namespace DebugDeck.Docker.Tests.Playbooks;

/// <summary>
/// The playbooks on a real engine, one after the other and beside no other test. What they look at are waits, and <c>openssl s_server</c> serves one
/// connection at a time: on a machine that is busy with other tests the one before is still being ended when the next begins.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnginePlaybooks
{
    public const string Name = "playbooks on a real engine";
}
