using System.Globalization;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Anatomy.Findings;

/// <summary>As whom the program runs, and whether that is allowed and wanted.</summary>
internal static class UserRules
{
    private const string Link = "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/";

    public static IEnumerable<Finding> Judge(AnatomySubject subject, TargetAnatomy anatomy)
    {
        var accounts = anatomy.Readings.Accounts;
        var security = subject.Details?.Security ?? new SecurityFacts();
        var written = subject.Image?.User ?? "";
        if (security.RunAsNonRoot == true && accounts.UserId == 0)
        {
            yield return Contradiction("The pod asks for a user that is not root, and the container would run as root", "runAsNonRoot: true makes the kubelet refuse to start a container whose user id is 0.", accounts.Source);
        }
        else if (security.RunAsNonRoot == true && security.UserId is null && written.Length > 0 && !char.IsAsciiDigit(written[0]))
        {
            yield return Contradiction(
                $"The pod asks for a user that is not root, and the image says '{written}', which the kubelet cannot check",
                "With runAsNonRoot: true the kubelet wants to see a number: a name in the image's USER may be root under another name.",
                "image config");
        }
        else if (accounts.UserId == 0)
        {
            yield return Root(anatomy, accounts.Source, security);
        }

        if (accounts.UnknownName is { } name)
        {
            yield return new Finding(
                "user.unknown-name",
                Severity.Problem,
                $"The user '{name}' is not in the image's /etc/passwd",
                "A user that is written as a name is looked up in the image's own /etc/passwd. Without a line for it the container cannot be created: 'unable to find user'.")
            {
                Evidence = [new Evidence("image config", "User", written), new Evidence("file", "/etc/passwd", accounts.HasPasswd == true ? $"no line for {name}" : "not there")],
                Fixes = [new Fix(FixKind.Lasting, "Write the number instead of the name", "dockerfile", "USER 65532:65532")],
            };
        }
        else if (accounts is { UserId: > 0 and var user, HasPasswd: true, Account: null })
        {
            yield return new Finding(
                "user.no-passwd-entry",
                Severity.Info,
                string.Create(CultureInfo.InvariantCulture, $"User {user} has no line in /etc/passwd"),
                "Programs that ask for the name or the home of their user get an error (getpwuid, os.UserHomeDir, ssh, git, some JVM options); most never ask.")
            {
                Evidence = [new Evidence("file", "/etc/passwd", $"no line for {user}")],
                Fixes = [new Fix(FixKind.Lasting, "Add a line for it", "dockerfile", string.Create(CultureInfo.InvariantCulture, $"RUN echo 'app:x:{user}:{accounts.GroupId ?? user}::/home/app:/sbin/nologin' >> /etc/passwd"))],
            };
        }
    }

    private static Finding Root(TargetAnatomy anatomy, string source, SecurityFacts security) => new(
        "user.root",
        Severity.Warning,
        security.Privileged ? "It runs as root and privileged: root on the host, for all purposes" : "It runs as root",
        "Root in a container is root to the kernel, held back by fewer barriers than any other user. Whoever breaks out of the program is one bug away from the host.")
    {
        Evidence = [new Evidence(source.Length > 0 ? source : "image config", "user", "0")],
        Links = [Link],
        Fixes =
        [
            new Fix(FixKind.Lasting, "Run as another user", "dockerfile", NonRoot(anatomy)),
            new Fix(FixKind.Immediate, "Have Kubernetes run it as another user, if its files allow that", "yaml", "securityContext:\n  runAsNonRoot: true\n  runAsUser: 65532\n  runAsGroup: 65532"),
        ],
    };

    private static string NonRoot(TargetAnatomy anatomy) => anatomy.Family.Id switch
    {
        "distroless" => $"FROM gcr.io/distroless/{anatomy.Family.Variant?.Replace("-debug", "", StringComparison.Ordinal) ?? "static"}-debian{anatomy.Family.Version}:nonroot",
        "alpine" or "busybox" => "RUN adduser -D -u 1000 app\nUSER 1000:1000",
        "debian" or "debian-slim" or "ubuntu" or "ubi" or "ubi-init" or "fedora" or "rocky" or "amazonlinux" => "RUN useradd --system --uid 1000 --shell /sbin/nologin app\nUSER 1000:1000",
        _ => "USER 65532:65532",
    };

    private static Finding Contradiction(string title, string why, string source) => new("user.run-as-non-root", Severity.Problem, title, why)
    {
        Evidence = [new Evidence("pod spec", "runAsNonRoot", "true"), new Evidence(source, "user", "0 or a name")],
        Links = [Link],
        Fixes =
        [
            new Fix(FixKind.Immediate, "Name the user id in the pod", "yaml", "securityContext:\n  runAsNonRoot: true\n  runAsUser: 65532"),
            new Fix(FixKind.Lasting, "Name it in the image, as a number", "dockerfile", "USER 65532:65532"),
        ],
    };
}
