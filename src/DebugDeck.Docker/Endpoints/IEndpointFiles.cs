namespace DebugDeck.Docker.Endpoints;

/// <summary>What the search for engines needs to know about files.</summary>
public interface IEndpointFiles
{
    /// <summary>The text of a file; null if there is none.</summary>
    string? Read(string path);

    /// <summary>A file or socket is there.</summary>
    bool Exists(string path);

    /// <summary>The path with all links on the way resolved.</summary>
    string Resolve(string path);
}
