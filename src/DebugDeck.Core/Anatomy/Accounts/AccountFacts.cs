using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Accounts;

/// <summary>As whom the program runs, and what the image's files know of that user.</summary>
public sealed record AccountFacts
{
    public static AccountFacts Unknown { get; } = new();

    /// <summary>Null where it could not be told.</summary>
    public long? UserId { get; init; }

    /// <summary>Null where it could not be told.</summary>
    public long? GroupId { get; init; }

    /// <summary>Name in the image's <c>/etc/passwd</c>; null if it has no such user.</summary>
    public string? Name => Account?.Name;

    /// <summary>Where the ids come from: <c>status</c>, <c>container spec</c>, <c>pod spec</c>, <c>image config</c>; empty if unknown.</summary>
    public string Source { get; init; } = "";

    /// <summary>The user is given by a name that the image's files do not know, so that the container cannot start; null if that is not so.</summary>
    public string? UnknownName { get; init; }

    /// <summary>There is an <c>/etc/passwd</c>; null where nobody could look.</summary>
    public bool? HasPasswd { get; init; }

    /// <summary>There is an <c>/etc/group</c>; null where nobody could look.</summary>
    public bool? HasGroup { get; init; }

    /// <summary>The user's line of <c>/etc/passwd</c>; null if there is none.</summary>
    public AccountEntry? Account { get; init; }

    /// <summary>The group's line of <c>/etc/group</c>; null if there is none.</summary>
    public GroupEntry? Group { get; init; }

    /// <summary><c>HOME</c> as the program will find it: from the environment, else from <c>/etc/passwd</c>, else <c>/</c> as the engines set it; null if unknown.</summary>
    public string? Home { get; init; }

    /// <summary>Where <see cref="Home"/> is said: <c>environment</c>, <c>/etc/passwd</c>, <c>engine default</c>.</summary>
    public string HomeSource { get; init; } = "";

    /// <summary>That directory is there; null where nobody could look.</summary>
    public bool? HomeExists { get; init; }

    /// <summary>The user may write there, going by owner and mode; null where it could not be told.</summary>
    public bool? HomeIsWritable { get; init; }

    /// <summary>There is an <c>/etc/nsswitch.conf</c>; null where nobody could look.</summary>
    public bool? HasNsswitch { get; init; }

    /// <summary>The sources of its <c>hosts:</c> line (<c>files dns</c>); null without one.</summary>
    public string? HostSources { get; init; }

    public Confidence Confidence { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];
}
