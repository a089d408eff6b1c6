namespace DebugDeck.Practice.Files;

/// <summary>The bytes of a file.</summary>
internal interface IFileContent
{
    long Length { get; }

    Stream Open();
}
