using System.Globalization;
using System.Text;

namespace DebugDeck.Core.Images.Archives;

/// <summary>What extended headers (PAX, GNU) say of the entry that follows them.</summary>
internal sealed class TarExtended
{
    public string? Path { get; private set; }

    public string? LinkPath { get; private set; }

    public long? Size { get; private set; }

    public int? UserId { get; private set; }

    public int? GroupId { get; private set; }

    public DateTimeOffset? ModifiedAt { get; private set; }

    public void Take(byte type, ReadOnlySpan<byte> content)
    {
        switch (type)
        {
            case (byte)'L':
                Path = Encoding.UTF8.GetString(content.TrimEnd((byte)0));
                break;
            case (byte)'K':
                LinkPath = Encoding.UTF8.GetString(content.TrimEnd((byte)0));
                break;
            case (byte)'x':
                TakePax(content);
                break;
        }
    }

    // Records "LENGTH KEY=VALUE\n", the length counting itself.
    private void TakePax(ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            var space = content.IndexOf((byte)' ');
            if (space < 0 || !int.TryParse(content[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length <= space + 1 || length > content.Length)
            {
                return;
            }

            var record = content[(space + 1)..length].TrimEnd((byte)'\n');
            content = content[length..];
            if (record.IndexOf((byte)'=') is > 0 and var equals)
            {
                Set(Encoding.ASCII.GetString(record[..equals]), record[(equals + 1)..]);
            }
        }
    }

    private void Set(string key, ReadOnlySpan<byte> value)
    {
        switch (key)
        {
            case "path":
                Path = Encoding.UTF8.GetString(value);
                break;
            case "linkpath":
                LinkPath = Encoding.UTF8.GetString(value);
                break;
            case "size":
                Size = Number(value);
                break;
            case "uid":
                UserId = (int?)Math.Min(Number(value) ?? 0, int.MaxValue);
                break;
            case "gid":
                GroupId = (int?)Math.Min(Number(value) ?? 0, int.MaxValue);
                break;
            case "mtime" when double.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds)
                && seconds is > -6e10 and < 2e11:
                ModifiedAt = DateTimeOffset.UnixEpoch.AddSeconds(seconds);
                break;
        }
    }

    private static long? Number(ReadOnlySpan<byte> value) => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
