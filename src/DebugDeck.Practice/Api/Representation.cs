namespace DebugDeck.Practice.Api;

/// <summary>The forms in which a client can ask for objects.</summary>
internal enum Representation
{
    /// <summary>The objects themselves.</summary>
    Objects,

    /// <summary>Rows of cells, made for people; what kubectl shows.</summary>
    Table,

    /// <summary>Only the metadata.</summary>
    Metadata,
}
