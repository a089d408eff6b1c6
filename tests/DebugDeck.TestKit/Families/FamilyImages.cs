namespace DebugDeck.TestKit.Families;

/// <summary>All images of known families, one list by subject each.</summary>
public static class FamilyImages
{
    public static IReadOnlyList<FamilyImage> All { get; } = [.. DebianImages.All, .. DistrolessImages.All, .. ApkImages.All, .. RpmImages.All, .. OtherImages.All, .. BuiltImages.All];

    /// <summary>Those that lie, or whose program cannot start.</summary>
    public static IReadOnlyList<FamilyImage> Misleading { get; } = [.. LyingImages.All, .. BrokenImages.All];

    public static FamilyImage Named(string name) => All.Concat(Misleading).Single(image => image.Name == name);
}
