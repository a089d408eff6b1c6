using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Anatomy;

/// <summary>What is known of a container before its files are looked at, as far as it decides what they mean: how it is started, and as whom.</summary>
public sealed record ContainerSetting
{
    /// <summary>Program and arguments; empty if nobody says.</summary>
    public IReadOnlyList<string> Command { get; init; } = [];

    public string WorkingDirectory { get; init; } = "/";

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The architecture that the image says it is for (<c>amd64</c>); empty if it does not say.</summary>
    public string Architecture { get; init; } = "";

    /// <summary>The user as the image has it (<c>65532:65532</c>, <c>app</c>); empty is root. Null where nobody knows: a cluster does not show an image's configuration.</summary>
    public string? User { get; init; } = "";

    /// <summary>What the host says of the user.</summary>
    public SecurityFacts Security { get; init; } = new();

    public IReadOnlyList<MountFact> Mounts { get; init; } = [];

    public static ContainerSetting From(TargetDetails details) => new()
    {
        Command = details.Command.Count > 0 ? details.Command : Started(details.Image),
        WorkingDirectory = Folder(details.WorkingDirectory ?? details.Image?.WorkingDirectory),
        Environment = Variables([
            .. (details.Image?.Environment ?? []),
            .. details.Environment.Where(variable => variable.Value is not null).Select(variable => $"{variable.Name}={variable.Value}"),
        ]),
        Architecture = details.Image?.Architecture ?? "",
        User = details.Image?.User,
        Security = details.Security,
        Mounts = details.Mounts,
    };

    public static ContainerSetting From(ImageFacts image) => new()
    {
        Command = Started(image),
        WorkingDirectory = Folder(image.WorkingDirectory),
        Environment = Variables(image.Environment),
        Architecture = image.Architecture,
        User = image.User,
    };

    private static string[] Started(ImageFacts? image) => image is null ? [] : [.. image.Entrypoint, .. image.Cmd];

    private static string Folder(string? path) => path is { Length: > 0 } ? path : "/";

    private static Dictionary<string, string> Variables(IEnumerable<string> lines)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
            {
                variables[line[..equals]] = line[(equals + 1)..];
            }
        }

        return variables;
    }
}
