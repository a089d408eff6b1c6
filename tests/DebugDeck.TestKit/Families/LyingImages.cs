namespace DebugDeck.TestKit.Families;

/// <summary>Images of which something says that they are what they are not.</summary>
public static class LyingImages
{
    private const string AlpineRelease = "NAME=\"Alpine Linux\"\nID=alpine\nVERSION_ID=3.22.1\n";

    public static IReadOnlyList<FamilyImage> All { get; } =
    [
        new("lie-alpine-release-over-debian", "debian-slim - 12 | glibc | yes | apt", DebianImages.Slim, ImageLayer.Of(tar => tar.File("usr/lib/os-release", AlpineRelease)), "app-glibc") { Contradictions = ["alpine"] },
        new("lie-alpine-release-over-glibc", "unknown - - | glibc | no | none", "glibc-merged", ImageLayer.Of(tar => tar.File("etc/os-release", AlpineRelease)), "app-glibc") { Contradictions = ["alpine"] },
        new("lie-label-alpine", "distroless base 12 | glibc | no | none", [.. DistrolessImages.Base, "app-glibc"])
        {
            Config = DistrolessImages.Config with { Labels = new Dictionary<string, string> { ["org.opencontainers.image.base.name"] = "docker.io/library/alpine:3.22" } },
            Contradictions = ["alpine"],
        },
        new("lie-label-ubi", "alpine - 3.22.1 | musl | yes | apk", [.. ApkImages.AlpineLayers, "app-musl"])
        {
            Config = new() { Labels = new Dictionary<string, string> { ["com.redhat.component"] = "ubi9-micro-container", ["name"] = "ubi9/ubi-micro" } },
            Contradictions = ["ubi-micro"],
        },
        new("lie-reference", "alpine - 3.22.1 | musl | yes | apk", [.. ApkImages.AlpineLayers, "app-musl"]) { Reference = "gcr.io/distroless/static-debian12:nonroot", Contradictions = ["distroless"] },
        new("empty-os-release", "debian-slim - 12 | glibc | yes | apt", DebianImages.Slim, ImageLayer.Of(tar => tar.File("usr/lib/os-release")), "app-glibc"),
        new("os-release-leads-out", "unknown - - | none | no | none", "app-static", ImageLayer.Of(tar => tar.Link("etc/os-release", "../../../../../../host/etc/os-release"))),
        new("os-release-leads-to-the-host", "unknown - - | none | no | none", "app-static", ImageLayer.Of(tar => tar.Link("etc/os-release", "/proc/1/root/etc/os-release"))),
    ];
}
