using DebugDeck.Core.Files;

namespace DebugDeck.Core.Images.Archives;

/// <summary>Follows paths in an image as a kernel would inside of it.</summary>
internal static class ImagePaths
{
    // The kernel's own limit.
    private const int MostLinks = 40;
    private const int MostSteps = 4096;

    /// <summary>What is there, and its path without links; null if nothing is, or links go round in circles.</summary>
    public static (ImageNode Node, string Path)? Find(ImageNode root, string path, bool followLast)
    {
        var links = 0;
        var steps = 0;
        var way = new Stack<(ImageNode Node, string Path)>([(root, "/")]);
        var left = new Stack<string>(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse());
        while (left.TryPop(out var part))
        {
            if (++steps > MostSteps)
            {
                return null;
            }

            if (part is "." or "..")
            {
                // The root is its own parent.
                if (part == ".." && way.Count > 1)
                {
                    way.Pop();
                }

                continue;
            }

            var (folder, at) = way.Peek();
            if (folder.Children?.GetValueOrDefault(part) is not { } next)
            {
                return null;
            }

            if (next is { Kind: FileKind.Link, LinkTarget: { } target } && (left.Count > 0 || followLast))
            {
                if (++links > MostLinks)
                {
                    return null;
                }

                if (target.StartsWith('/'))
                {
                    way = new Stack<(ImageNode Node, string Path)>([(root, "/")]);
                }

                foreach (var linked in target.Split('/', StringSplitOptions.RemoveEmptyEntries).Reverse())
                {
                    left.Push(linked);
                }

                continue;
            }

            way.Push((next, at == "/" ? $"/{part}" : $"{at}/{part}"));
        }

        return way.Peek();
    }
}
