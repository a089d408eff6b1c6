namespace DebugDeck.Docker.Tests.Images;

/// <summary>Tests that open images of the engine run one after the other: one of them looks whether anything of that stays behind.</summary>
[CollectionDefinition(Name)]
public sealed class EngineImages
{
    public const string Name = "images of the engine";
}
