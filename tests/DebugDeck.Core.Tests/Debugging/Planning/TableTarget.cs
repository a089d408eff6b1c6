using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Core.Tests.Debugging.Planning;

/// <summary>One of the table's eight kinds of target: its pod, its image's user, and which of the files that were tried it has.</summary>
internal sealed record TableTarget
{
    public TargetIdentity ImageUser { get; init; } = new(65532, 65532, "image config");

    public DebugSecurity? Security { get; init; }

    public PodSecurityDefaults Pod { get; init; } = PodSecurityDefaults.None;

    /// <summary>Its <c>config.yaml</c> and its folder of logs.</summary>
    public bool HasAppFiles { get; init; } = true;

    public bool HasErrorLog { get; init; } = true;

    public bool HasWritableTmp { get; init; } = true;

    public bool? Dumpable { get; init; }

    public ProcessRights Rights =>
        ContainerStart.Predict(Security, Pod, ImageUser, CapabilitySets.Containerd).Rights with { Dumpable = Dumpable };

    public static TableTarget Of(string name) => name switch
    {
        "t-uid65532" or "t-sharepid" => new(),
        // Its root is read-only, so it never wrote its log.
        "t-uid65532-hardened" => new() { Security = new DebugSecurity { DroppedCapabilities = ["ALL"] }, HasErrorLog = false, HasWritableTmp = false },
        "t-scratch-gid0" => new() { ImageUser = new TargetIdentity(65532, 0, "image config"), HasAppFiles = false, HasErrorLog = false, HasWritableTmp = false },
        "t-root" => new() { ImageUser = new TargetIdentity(0, 0, "image config") },
        // Without DAC_OVERRIDE it could not write into the folder of user 65532.
        "t-root-dropall" => new() { ImageUser = new TargetIdentity(0, 0, "image config"), Security = new DebugSecurity { DroppedCapabilities = ["ALL"] }, HasErrorLog = false },
        "t-podlevel-65532" => new() { Pod = new PodSecurityDefaults { RunAsUser = 65532, RunAsGroup = 65532, RunAsNonRoot = true } },
        // The program's mode is 0711, so the kernel hides the process' memory from its own user.
        "t-nondumpable" => new() { Security = new DebugSecurity { DroppedCapabilities = ["ALL"] }, HasAppFiles = false, HasErrorLog = false, Dumpable = false },
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not a target of the table"),
    };
}
