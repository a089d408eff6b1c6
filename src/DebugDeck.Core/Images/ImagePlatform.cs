using System.Runtime.InteropServices;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Images;

/// <summary>What an image is built for, in the words of the OCI image specification.</summary>
/// <param name="Os"><c>linux</c></param>
/// <param name="Architecture"><c>amd64</c></param>
/// <param name="Variant"><c>v7</c>; null if it does not matter.</param>
public sealed record ImagePlatform(string Os, string Architecture, string? Variant = null)
{
    /// <summary>Linux on this machine's processor: containers are Linux wherever we run.</summary>
    public static ImagePlatform Own { get; } = new("linux", RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        System.Runtime.InteropServices.Architecture.Arm => "arm",
        System.Runtime.InteropServices.Architecture.S390x => "s390x",
        System.Runtime.InteropServices.Architecture.Ppc64le => "ppc64le",
        System.Runtime.InteropServices.Architecture.RiscV64 => "riscv64",
        _ => "amd64",
    });

    /// <exception cref="DebugDeckException">Usage: it is not OS/ARCHITECTURE[/VARIANT].</exception>
    public static ImagePlatform Parse(string text) => text.Split('/') switch
    {
        [{ Length: > 0 } os, { Length: > 0 } architecture] => new ImagePlatform(os, architecture),
        [{ Length: > 0 } os, { Length: > 0 } architecture, { Length: > 0 } variant] => new ImagePlatform(os, architecture, variant),
        _ => throw new DebugDeckException(ErrorKind.Usage, $"'{text}' is not a platform", "write OS/ARCHITECTURE[/VARIANT], for example linux/arm64"),
    };

    /// <summary>Whether something built for the other runs where this is asked for.</summary>
    public bool Fits(ImagePlatform other) => other.Os == Os && other.Architecture == Architecture && (Variant is null || other.Variant is null || other.Variant == Variant);

    public override string ToString() => Variant is null ? $"{Os}/{Architecture}" : $"{Os}/{Architecture}/{Variant}";
}
