namespace DebugDeck.Core.Anatomy.Packages.Rpm;

/// <summary>One column of a row.</summary>
/// <param name="Bytes">Content of a text or blob.</param>
/// <param name="Number">Value of a number.</param>
/// <param name="IsBlob">It is a blob.</param>
/// <param name="IsText">It is a text.</param>
internal readonly record struct SqliteValue(ReadOnlyMemory<byte> Bytes, long Number, bool IsBlob, bool IsText);
