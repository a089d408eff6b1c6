using System.Globalization;
using DebugDeck.Practice.Files;

namespace DebugDeck.Practice.Commands;

/// <summary>The names of users and groups, from the container's own files.</summary>
internal sealed class Accounts(FileView files)
{
    private IReadOnlyDictionary<int, string>? _users;
    private IReadOnlyDictionary<int, string>? _groups;

    public string? User(int uid) => (_users ??= Read("/etc/passwd")).GetValueOrDefault(uid);

    public string? Group(int gid) => (_groups ??= Read("/etc/group")).GetValueOrDefault(gid);

    public string UserOrNumber(int uid) => User(uid) ?? uid.ToString(CultureInfo.InvariantCulture);

    public string GroupOrNumber(int gid) => Group(gid) ?? gid.ToString(CultureInfo.InvariantCulture);

    private Dictionary<int, string> Read(string path)
    {
        var names = new Dictionary<int, string>();
        try
        {
            using var reader = new StreamReader(files.OpenRead(path));
            while (reader.ReadLine() is { } line)
            {
                if (line.Split(':') is [var name, _, var number, ..] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                {
                    names.TryAdd(id, name);
                }
            }
        }
        catch (FileException)
        {
            // An image without the file has users without names.
        }

        return names;
    }
}
