namespace DebugDeck.Practice.Api.Protobuf;

/// <summary>What one field is in JSON.</summary>
internal sealed record ProtobufShape(string Name, ProtobufShapeKind Kind)
{
    public bool Repeated { get; init; }

    public ProtobufType? Type { get; init; }
}
