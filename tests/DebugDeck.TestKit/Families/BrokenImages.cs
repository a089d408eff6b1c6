namespace DebugDeck.TestKit.Families;

/// <summary>Images whose program cannot start, as people build them.</summary>
public static class BrokenImages
{
    public static IReadOnlyList<FamilyImage> All { get; } =
    [
        new("broken-glibc-on-alpine", "alpine - 3.22.1 | musl | yes | apk", [.. ApkImages.AlpineLayers, "app-glibc"]) { Problems = ["program.glibc-on-musl"] },
        new("broken-glibc-on-static", "distroless static 12 | none | no | none", [.. DistrolessImages.Static, "app-glibc"]) { Config = DistrolessImages.Config, Problems = ["program.loader-missing"] },
        new("broken-musl-on-glibc", "distroless base 12 | glibc | no | none", [.. DistrolessImages.Base, "app-musl"]) { Config = DistrolessImages.Config, Problems = ["program.musl-on-glibc"] },
        new("broken-crlf", "alpine - 3.22.1 | musl | yes | apk", [.. ApkImages.AlpineLayers, ImageLayer.Of(tar => tar.File("app", "#!/bin/sh\r\necho hello\r\n", 0x1ED))]) { Problems = ["program.script-crlf"] },
        new("broken-mode", "scratch - - | none | no | none", ImageLayer.Of((tar, layers) => tar.Bytes("app", layers.Program("static"), 0x1A4))) { Config = new() { Environment = [] }, Problems = ["program.not-executable"] },
        new("broken-script-on-distroless", "distroless static 12 | none | no | none", [.. DistrolessImages.Static, ImageLayer.Of(tar => tar.File("app", "#!/bin/sh\necho hello\n", 0x1ED))]) { Config = DistrolessImages.Config, Problems = ["program.script-interpreter-missing"] },
    ];
}
