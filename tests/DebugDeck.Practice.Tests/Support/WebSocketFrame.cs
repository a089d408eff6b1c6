namespace DebugDeck.Practice.Tests.Support;

/// <summary>One message from the server: text (1) or binary (2), the channel, and the rest.</summary>
internal sealed record WebSocketFrame(int Opcode, int Channel, string Data);
