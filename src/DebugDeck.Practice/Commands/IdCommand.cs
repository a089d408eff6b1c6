using System.Globalization;

namespace DebugDeck.Practice.Commands;

/// <summary><c>id</c>.</summary>
internal sealed class IdCommand : ICommand
{
    public IReadOnlyList<string> Names => ["id"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var options = Options.Parse(context.Arguments, "ugGnr");
        var who = context.Process.Credentials;
        var accounts = new Accounts(context.Files);
        int[] groups = [who.Gid, .. who.Groups.Where(group => group != who.Gid)];
        string User(int uid) => options.Has('n') ? accounts.UserOrNumber(uid) : uid.ToString(CultureInfo.InvariantCulture);
        string Group(int gid) => options.Has('n') ? accounts.GroupOrNumber(gid) : gid.ToString(CultureInfo.InvariantCulture);
        string Named(int id, string? name) => FormattableString.Invariant($"{id}") + (name is null ? "" : $"({name})");
        var text = options.Has('u') ? User(who.Uid)
            : options.Has('g') ? Group(who.Gid)
            : options.Has('G') ? string.Join(' ', groups.Select(Group))
            : $"uid={Named(who.Uid, accounts.User(who.Uid))} gid={Named(who.Gid, accounts.Group(who.Gid))}"
                + (who.Groups.Length > 0 ? " groups=" + string.Join(',', groups.Select(group => Named(group, accounts.Group(group)))) : "");
        await context.PrintLineAsync(text, cancellationToken);
        return 0;
    }
}
