namespace DebugDeck.Kubernetes.Tests.Playbooks;

/// <summary>
/// Every broken workload of the built-in world: the playbook that explains it, the inputs that its symptoms give, and what is found, worst first.
/// <see cref="ReadOnly"/> is what somebody finds who may start nothing in a pod.
/// </summary>
/// <param name="Address">The target.</param>
/// <param name="Playbook">The playbook that triage has to suggest first.</param>
/// <param name="Inputs">As triage guesses them.</param>
/// <param name="Rules">What the playbook finds, with everything that is no problem as well.</param>
/// <param name="ReadOnly">What it finds without a debug container.</param>
public sealed record BrokenWorkload(string Address, string Playbook, string Inputs, string Rules, string ReadOnly)
{
    // The init container is no target for a debug container, as the server says; so its name servers cannot be asked from beside it.
    public static IReadOnlyList<BrokenWorkload> All { get; } =
    [
        new("deploy/dns-go", "dns", "host=paymentz.shop.svc.cluster.local", "problem dns.no-such-name, info dns.resolver", "info dns.unknown"),
        new("deploy/dns-node", "dns", "host=broken.vendor.example", "problem dns.server-failure, info dns.resolver", "info dns.unknown"),
        new("deploy/dns-java", "dns", "host=inventori", "problem dns.no-such-name, info dns.resolver", "info dns.unknown"),
        new("deploy/dns-python", "dns", "host=catalogue", "problem dns.no-such-name, info dns.resolver", "info dns.unknown"),
        new("deploy/dns-dotnet", "dns", "host=ordrs.shop.svc.cluster.local", "problem dns.no-such-name, info dns.resolver", "info dns.unknown"),
        new("deploy/dns-musl", "dns", "host=payments.shop.svc", "problem dns.musl-no-search, info dns.resolver", "info dns.unknown"),
        new("deploy/dns-glibc", "dns", "host=slow.vendor.example", "problem dns.slow, warning dns.amplification, info dns.resolver", "info dns.unknown"),
        new("pod/init-wait/wait-for-db", "dns", "host=db.shop.svc.cluster.local", "info dns.not-asked, info dns.resolver, info dns.unknown-resolver", "info dns.unknown"),
        new("pod/multi/worker", "dns", "host=paymentz.shop.svc.cluster.local", "problem dns.no-such-name, info dns.resolver", "info dns.unknown"),
        new("deploy/tz-go", "timezone", "zone=Europe/Berlin", "problem tz.data-missing", "info tz.unknown"),
        new("deploy/tz-dotnet", "timezone", "zone=America/New_York", "problem tz.data-missing", "info tz.unknown"),
        new("deploy/tz-python", "timezone", "zone=Asia/Tokyo", "problem tz.data-missing", "info tz.unknown"),
        new("deploy/tz-java", "timezone", "zone=Europe/Brelin", "problem tz.typo", "info tz.unknown"),
        new("deploy/tz-node", "timezone", "zone=Mars/Olympus", "problem tz.no-such-zone", "info tz.unknown"),
        new("deploy/tz-musl", "timezone", "zone=Europe/Berlin", "problem tz.data-missing", "info tz.unknown"),
        new("deploy/ca-go", "missing-ca", "endpoints=api.partner.example", "problem ca.bundle-missing, info ca.not-judged", "info ca.not-tried, info ca.store-unknown"),
        new("deploy/ca-node", "missing-ca", "endpoints=billing.partner.example", "ok ca.store, problem ca.intermediate-missing, info ca.not-read", "ok ca.store, info ca.not-tried"),
        new("deploy/ca-java", "missing-ca", "endpoints=vault.corp.internal:443", "ok ca.store, problem ca.bundle-elsewhere, info ca.not-read", "info ca.not-tried, info ca.store-unknown"),
        new("deploy/ca-python", "missing-ca", "endpoints=legacy.partner.example", "ok ca.store, problem ca.leaf-expired", "info ca.not-tried, info ca.store-unknown"),
        new("deploy/ca-dotnet", "missing-ca", "endpoints=telemetry.vendor.example:443", "ok ca.store, problem ca.intercepted", "info ca.not-tried, info ca.store-unknown"),
        new("deploy/ca-musl", "missing-ca", "endpoints=api.partner.example", "problem ca.bundle-missing, info ca.not-judged", "info ca.not-tried, info ca.store-unknown"),
        new("deploy/ca-name", "missing-ca", "endpoints=moved.partner.example", "ok ca.store, problem ca.name-mismatch", "info ca.not-tried, info ca.store-unknown"),
        new("deploy/egress-locked", "connections", "host=203.0.113.10 port=443", "ok connections.name, problem connections.connect", "ok connections.name"),
        new("deploy/crash-loop", "crash-loop", "", "problem crash.exit-code", "problem crash.exit-code"),
        new("pod/out-of-memory", "crash-loop", "", "problem crash.out-of-memory", "problem crash.out-of-memory"),
        new("pod/bad-command", "crash-loop", "", "problem crash.not-started, problem program.missing", "problem crash.not-started"),
        new("pod/bad-image", "crash-loop", "", "problem crash.image", "problem crash.image"),
        new("pod/bad-tag", "crash-loop", "", "problem crash.image", "problem crash.image"),
        new("pod/rate-limited", "crash-loop", "", "problem crash.image", "problem crash.image"),
        new("pod/never-pull", "crash-loop", "", "problem crash.image", "problem crash.image"),
        new("pod/bad-config", "crash-loop", "", "problem crash.configuration", "problem crash.configuration"),
        new("pod/unschedulable", "crash-loop", "", "problem crash.not-scheduled", "problem crash.not-scheduled"),
        new("pod/runs-as-root", "permissions", "", "problem permissions.runs-as-root", "problem permissions.runs-as-root"),
    ];

    /// <summary>Theories name a workload, so that a failure says which.</summary>
    public static TheoryData<string> Addresses => [.. All.Select(workload => workload.Address)];

    public static BrokenWorkload Of(string address) => All.Single(workload => workload.Address == address);

    /// <summary>What a user finds who may do this much. A developer may not create pods, so what does not run cannot be looked into as a copy.</summary>
    public string RulesFor(string user) => user switch
    {
        "readonly" => ReadOnly,
        "developer" when Playbook == "crash-loop" => ReadOnly,
        _ => Rules,
    };
}
