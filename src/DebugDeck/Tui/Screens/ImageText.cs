namespace DebugDeck.Tui.Screens;

/// <summary>An image reference in less room: the end tells images apart, the registry rarely does.</summary>
internal static class ImageText
{
    private const int ShownOfDigest = 12;

    public static string Fit(string image, int width)
    {
        if (image.IndexOf("@sha256:", StringComparison.Ordinal) is > 0 and var digest && image.Length > width)
        {
            image = string.Concat(image.AsSpan(0, digest), "@", image.AsSpan(digest + "@sha256:".Length).TruncateTo(ShownOfDigest));
        }
        else if (image.StartsWith("sha256:", StringComparison.Ordinal))
        {
            image = image.AsSpan("sha256:".Length).TruncateTo(ShownOfDigest).ToString();
        }

        return image.Length <= width || width < 2 ? image : string.Concat("…", image.AsSpan(image.Length - width + 1));
    }

    private static ReadOnlySpan<char> TruncateTo(this ReadOnlySpan<char> text, int length) => text.Length <= length ? text : text[..length];
}
