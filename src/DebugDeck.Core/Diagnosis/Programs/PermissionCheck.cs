using System.Globalization;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Diagnosis.Programs;

/// <summary>What a program that is not root runs into: a root it may not write to, /tmp, volumes of others, ports under 1024.</summary>
public sealed class PermissionCheck : ICheck
{
    private static readonly string[] Owned = ["pvc", "volume", "bind", "hostPath", "emptyDir"];

    public string Name => "permissions";

    public IReadOnlyList<EvidenceRequest> Needs(CheckInputs inputs, CaseEvidence evidence) => new AnatomyCase(evidence).Needs(
        [new FileRequest("/proc/sys/net/ipv4/ip_unprivileged_port_start"), .. Volumes(evidence.Details).Select(mount => new FileRequest(mount.Path, FileWishKind.Stat))]);

    public IReadOnlyList<Finding> Evaluate(CheckInputs inputs, CaseEvidence evidence)
    {
        if (evidence.Details is not { } details)
        {
            return [];
        }

        var readings = new AnatomyCase(evidence).Readings;

        // A cluster does not tell an image's user: without one of its own the pod's is known once it has run, and not before.
        var user = details.Security.UserId ?? (details.Image is null ? null : readings.Accounts.UserId);
        var findings = new List<Finding>();
        var refusal = Refusal(details);
        if (details.Security.RunAsNonRoot == true && (user is 0 || refusal is not null))
        {
            findings.Add(new Finding("permissions.runs-as-root", Severity.Problem, "It would run as root, which its pod forbids", "runAsNonRoot is set and the image's user is root, so the kubelet does not start it. A user must be a number for this check.")
            {
                Evidence = [new Evidence("spec", "runAsNonRoot", "true"), refusal ?? new Evidence("image config", "user", "0")],
                Fixes = [new Fix(FixKind.Immediate, "Run it as another user", "yaml", "securityContext:\n  runAsUser: 65532\n  runAsGroup: 65532"), new Fix(FixKind.Lasting, "Give the image a user", "dockerfile", "USER 65532:65532")],
            });
        }

        if (readings.Tmp is { IsWritable: false } tmp)
        {
            findings.Add(new Finding("permissions.tmp", Severity.Warning, $"It cannot write to {tmp.Path}", $"{tmp.Obstacle}. Many libraries write temporary files without being asked.")
            {
                Evidence = tmp.Evidence,
                Fixes = [new Fix(FixKind.Immediate, "Mount an empty directory there", "yaml", $"volumeMounts:\n  - {{name: tmp, mountPath: {tmp.Path}}}\nvolumes:\n  - name: tmp\n    emptyDir: {{}}")],
            });
        }

        findings.AddRange(Volumes(details).Select(mount => Volume(mount, evidence.Files, user, readings.Accounts.GroupId, details.Security)).OfType<Finding>());
        findings.AddRange(Ports(details, user, evidence.Files));
        if (findings.Count == 0 && (user is null || readings.Tmp is { IsWritable: null } || Volumes(details).Any(mount => evidence.Files[mount.Path] is null or { Error: not null })))
        {
            return [new Finding("permissions.unknown", Severity.Info, "Not all of its permissions could be looked at", "Nothing speaks against what could be read; its user, /tmp or a volume is not known.") { Evidence = readings.Accounts.Evidence }];
        }

        return findings.Count > 0 ? findings : [new Finding("permissions", Severity.Ok, user is { } id ? string.Create(CultureInfo.InvariantCulture, $"User {id} may do what it seems to need") : "Nothing speaks against its permissions", "Temporary files, volumes and ports were looked at.") { Evidence = readings.Accounts.Evidence }];
    }

    private static Evidence? Refusal(TargetDetails details)
    {
        const string words = "image will run as root";
        return details.Target.Reason is { } reason && reason.Contains(words, StringComparison.Ordinal) ? new Evidence("status", details.Target.State.ToString().ToLowerInvariant(), reason)
            : details.Events.FirstOrDefault(fact => fact.Message.Contains(words, StringComparison.Ordinal)) is { } fact ? new Evidence("event", fact.Reason, fact.Message)
            : null;
    }

    private static IEnumerable<MountFact> Volumes(TargetDetails? details) =>
        (details?.Mounts ?? []).Where(mount => !mount.ReadOnly && Owned.Any(kind => mount.Source.StartsWith(kind, StringComparison.Ordinal))).Take(20);

    private static Finding? Volume(MountFact mount, FileCapture files, long? user, long? group, SecurityFacts security)
    {
        if (user is null or 0 || files[mount.Path]?.Target is not { UserId: { } owner } folder)
        {
            return null;
        }

        var groups = security.SupplementalGroups.Append(security.FsGroup ?? -1).Append(group ?? -1);
        var needed = owner == user ? UnixFileMode.UserWrite : groups.Contains(folder.GroupId ?? -2) ? UnixFileMode.GroupWrite : UnixFileMode.OtherWrite;
        return (folder.Mode & needed) != 0 ? null : new Finding("permissions.volume", Severity.Warning, $"It may not write to {mount.Path}", $"The volume belongs to {owner}:{folder.GroupId}, mode {Convert.ToString((int)folder.Mode, 8)}, and the program runs as {user}:{group}.")
        {
            Evidence = [new Evidence("file", mount.Path, $"owner {owner}:{folder.GroupId}, mode {Convert.ToString((int)folder.Mode, 8)}"), new Evidence("spec", mount.Path, mount.Source)],
            Fixes = [new Fix(FixKind.Immediate, "Have the kubelet give the volume to the program's group", "yaml", $"securityContext:\n  fsGroup: {group ?? user}\n  fsGroupChangePolicy: OnRootMismatch"), new Fix(FixKind.Lasting, "Make the directory in the image with its owner (for named volumes)", "dockerfile", $"COPY --chown={user}:{group ?? user} data {mount.Path}")],
        };
    }

    private static IEnumerable<Finding> Ports(TargetDetails details, long? user, FileCapture files)
    {
        // Engines and kubelets have set 0 for years (Docker 20.10, containerd 1.6 by configuration); what is really set outranks that.
        var first = int.TryParse(files.Text("/proc/sys/net/ipv4/ip_unprivileged_port_start")?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : (int?)null;
        var low = details.Ports.Where(port => port < (first ?? 1024)).ToList();
        if (low.Count == 0 || user is null or 0 || first == 0 || details.Security.AddedCapabilities.Contains("NET_BIND_SERVICE") || details.Security.Privileged)
        {
            yield break;
        }

        yield return new Finding("permissions.port", Severity.Warning, string.Create(CultureInfo.InvariantCulture, $"Port {low[0]} may be out of its reach"), $"Ports under {first ?? 1024} need the capability NET_BIND_SERVICE, which user {user} does not have; many engines lift that limit, not all.")
        {
            Evidence = [new Evidence("spec", "ports", string.Join(", ", low)), first is null ? new Evidence("file", "ip_unprivileged_port_start", "not known") : new Evidence("file", "/proc/sys/net/ipv4/ip_unprivileged_port_start", string.Create(CultureInfo.InvariantCulture, $"{first}"))],
            Fixes = [new Fix(FixKind.Lasting, "Listen on a port of 1024 and above, and let the Service translate", "yaml", "ports:\n  - {port: 80, targetPort: 8080}")],
        };
    }
}
