namespace DebugDeck.Core.Anatomy.Families;

/// <summary>Where a sign of a family is found, weakest first: what has to be true for the image to work outranks what somebody wrote down.</summary>
public enum SignKind
{
    /// <summary>In the image's name.</summary>
    Reference,

    /// <summary>In its labels.</summary>
    Label,

    /// <summary>In the rest of its configuration: variables, user, entry point.</summary>
    Config,

    /// <summary>In a text file that says what the image is.</summary>
    Text,

    /// <summary>In how the files are laid out: package databases, loaders, programs.</summary>
    Layout,
}
