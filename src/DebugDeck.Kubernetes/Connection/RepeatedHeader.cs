using System.Text;

namespace DebugDeck.Kubernetes.Connection;

/// <summary>
/// Headers that must be sent once per value. An API server takes each <c>Impersonate-Group</c> line as one group, but HttpClient joins
/// values into one line with commas, and "dev, ops" is a group that nobody is in. So each value travels under a name of its own
/// through HttpClient and gets its real name back on the wire.
/// </summary>
internal static class RepeatedHeader
{
    private const string Mark = ".debugdeck-";

    public static string Name(string name, int index) => $"{name}{Mark}{index}";

    /// <summary>Gives marked headers of a request's head their real names back.</summary>
    public static byte[] Restore(ReadOnlySpan<byte> head)
    {
        var lines = Encoding.Latin1.GetString(head).Split("\r\n");
        for (var i = 1; i < lines.Length; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            var mark = lines[i].IndexOf(Mark, StringComparison.Ordinal);
            if (mark >= 0 && mark < colon)
            {
                lines[i] = lines[i][..mark] + lines[i][colon..];
            }
        }

        return Encoding.Latin1.GetBytes(string.Join("\r\n", lines));
    }
}
