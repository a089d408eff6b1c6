namespace DebugDeck.Practice.Api.Protobuf;

/// <summary>One field on the wire: a number or a run of bytes.</summary>
internal readonly record struct ProtobufField(int Tag, ulong Number, ReadOnlyMemory<byte> Bytes);
