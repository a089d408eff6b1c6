namespace DebugDeck.Practice.Api.Protobuf;

/// <summary>The kinds of values that the API's messages are made of.</summary>
internal enum ProtobufShapeKind
{
    Text,
    Number,
    Flag,
    Message,
    TextMap,
    QuantityMap,
    IntOrText,
}
