using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Targets;

/// <summary>How a user names a target on the command line; the grammar is a contract (design.md 4).</summary>
/// <param name="Kind">What is pointed at.</param>
/// <param name="Name">Container name or id, pod or workload name, image reference, or archive file.</param>
/// <param name="Container">The container inside a pod, where the address names one.</param>
public sealed record TargetAddress(AddressKind Kind, string Name, string? Container = null)
{
    private static readonly (string Prefix, AddressKind Kind)[] Schemes =
    [
        ("docker://", AddressKind.Docker),
        ("podman://", AddressKind.Podman),
        ("image://", AddressKind.Image),
        ("archive://", AddressKind.Archive),
    ];

    // The long and plural forms are what kubectl users type without thinking.
    private static readonly Dictionary<string, AddressKind> Resources = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pod"] = AddressKind.Pod,
        ["pods"] = AddressKind.Pod,
        ["po"] = AddressKind.Pod,
        ["deploy"] = AddressKind.Deployment,
        ["deployment"] = AddressKind.Deployment,
        ["deployments"] = AddressKind.Deployment,
        ["sts"] = AddressKind.StatefulSet,
        ["statefulset"] = AddressKind.StatefulSet,
        ["statefulsets"] = AddressKind.StatefulSet,
        ["ds"] = AddressKind.DaemonSet,
        ["daemonset"] = AddressKind.DaemonSet,
        ["daemonsets"] = AddressKind.DaemonSet,
        ["job"] = AddressKind.Job,
        ["jobs"] = AddressKind.Job,
    };

    /// <summary>Reads an address as typed.</summary>
    /// <exception cref="DebugDeckException">Usage: empty, or a form that does not exist.</exception>
    public static TargetAddress Parse(string text)
    {
        foreach (var (prefix, kind) in Schemes)
        {
            if (text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return new TargetAddress(kind, NotEmpty(text[prefix.Length..], text));
            }
        }

        if (text.Contains("://", StringComparison.Ordinal))
        {
            throw Unknown(text);
        }

        var parts = text.Split('/');
        if (parts.Length == 1)
        {
            return new TargetAddress(AddressKind.Any, NotEmpty(text, text));
        }

        if (!Resources.TryGetValue(parts[0], out var resource) || parts.Length > (resource == AddressKind.Pod ? 3 : 2))
        {
            throw Unknown(text);
        }

        return new TargetAddress(resource, NotEmpty(parts[1], text), parts.Length == 3 ? NotEmpty(parts[2], text) : null);
    }

    /// <summary>The address as it can be typed again.</summary>
    public override string ToString() => Kind switch
    {
        AddressKind.Any => Name,
        AddressKind.Docker => $"docker://{Name}",
        AddressKind.Podman => $"podman://{Name}",
        AddressKind.Image => $"image://{Name}",
        AddressKind.Archive => $"archive://{Name}",
        AddressKind.Pod when Container is not null => $"pod/{Name}/{Container}",
        AddressKind.Pod => $"pod/{Name}",
        AddressKind.Deployment => $"deploy/{Name}",
        AddressKind.StatefulSet => $"sts/{Name}",
        AddressKind.DaemonSet => $"ds/{Name}",
        AddressKind.Job => $"job/{Name}",
        _ => throw new InvalidOperationException($"no written form for {Kind}"),
    };

    private static string NotEmpty(string part, string whole) => part.Length > 0 ? part : throw Unknown(whole);

    private static DebugDeckException Unknown(string text) => new(
        ErrorKind.Usage,
        $"'{text}' is not an address",
        "write docker://NAME, podman://NAME, pod/NAME[/CONTAINER], deploy/NAME, sts/NAME, ds/NAME, job/NAME, image://REF, archive://FILE.tar or just NAME");
}
