namespace DebugDeck.Core.Anatomy.Families.Known;

/// <summary>Docker Hardened Images: Debian or Alpine below, and labels that say what was left out.</summary>
internal static class DockerHardened
{
    private const string Variant = "com.docker.dhi.variant";

    public static FamilyRule Rule { get; } = new("dhi", "Docker Hardened Image")
    {
        // Older builds kept the os-release of what they are made of, so there the labels have to do.
        Proof = [Sign.Release("ID", "dhi")],
        Hints = [Sign.Reference("dhi.io"), Sign.Label("com.docker.dhi.name"), Sign.Label(Variant), Sign.Label("com.docker.dhi.distro")],
        LabelsSuffice = true,
        Refines = ["debian", "debian-slim", "alpine", "distroless"],
        Kin = ["debian", "debian-slim", "alpine", "distroless"],
        Version = clues => clues.Labels.GetValueOrDefault("com.docker.dhi.distro") ?? clues.Release.Version,
        Variant = clues => clues.Labels.GetValueOrDefault(Variant),
    };
}
