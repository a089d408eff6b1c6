using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Targets.Details;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.Accounts;

public sealed class AccountReaderTests
{
    private const string Passwd = "root:x:0:0:root:/root:/sbin/nologin\n# a comment\nbroken line\nnonroot:x:65532:65533:nonroot:/home/nonroot:/sbin/nologin\n";
    private const string Group = "root:x:0:\nnonroot:x:65533:\nstaff:x:50:nonroot\n";

    [Theory]
    [InlineData("", 0L, 0L, "root", "/root")]
    [InlineData("nonroot", 65532L, 65533L, "nonroot", "/home/nonroot")]
    [InlineData("65532", 65532L, 65533L, "nonroot", "/home/nonroot")]
    [InlineData("65532:staff", 65532L, 50L, "nonroot", "/home/nonroot")]
    [InlineData("1000", 1000L, 0L, null, "/")]
    [InlineData("1000:7", 1000L, 7L, null, "/")]
    public async Task A_user_of_the_image_means_what_its_passwd_says(string user, long uid, long gid, string? name, string home)
    {
        var accounts = (await Reading.OfAsync(Tree(), new ContainerSetting { User = user })).Accounts;

        Assert.Equal((uid, gid, name, home), (accounts.UserId!.Value, accounts.GroupId!.Value, accounts.Name, accounts.Home!));
        Assert.Equal("image config", accounts.Source);
    }

    [Fact]
    public async Task A_user_name_that_passwd_does_not_know_is_told()
    {
        var accounts = (await Reading.OfAsync(Tree(), new ContainerSetting { User = "app" })).Accounts;

        Assert.Equal("app", accounts.UnknownName);
        Assert.Null(accounts.UserId);
    }

    [Fact]
    public async Task An_image_whose_user_nobody_knows_is_not_taken_for_one_of_root()
    {
        var accounts = (await Reading.OfAsync(Tree(), new ContainerSetting { User = null })).Accounts;

        Assert.Equal((null, null, null, null, ""), (accounts.UserId, accounts.GroupId, accounts.UnknownName, accounts.Home, accounts.Source));
    }

    [Fact]
    public async Task What_the_host_says_outranks_the_image()
    {
        var setting = new ContainerSetting { User = "nonroot", Security = new SecurityFacts { UserId = 1234, GroupId = 5, IdentitySource = "pod spec" } };

        var accounts = (await Reading.OfAsync(Tree(), setting)).Accounts;

        Assert.Equal((1234L, 5L, "pod spec"), (accounts.UserId!.Value, accounts.GroupId!.Value, accounts.Source));
        Assert.Null(accounts.Account);
    }

    [Fact]
    public async Task Home_is_the_environments_first_and_says_whether_it_is_there()
    {
        var image = Tree().Folder("/home/nonroot", 0x1C0, owner: 65532);

        var set = (await Reading.OfAsync(image, new ContainerSetting { User = "65532", Environment = new Dictionary<string, string> { ["HOME"] = "/nowhere" } })).Accounts;
        var unset = (await Reading.OfAsync(image, new ContainerSetting { User = "65532" })).Accounts;

        Assert.Equal(("/nowhere", "environment", false), (set.Home!, set.HomeSource, set.HomeExists!.Value));
        Assert.Equal(("/home/nonroot", "/etc/passwd", true, true), (unset.Home!, unset.HomeSource, unset.HomeExists!.Value, unset.HomeIsWritable!.Value));
    }

    [Fact]
    public async Task An_empty_image_knows_nobody()
    {
        var accounts = (await Reading.OfAsync(new ImageTree(), new ContainerSetting { User = "65532" })).Accounts;

        Assert.Equal((false, false, false), (accounts.HasPasswd!.Value, accounts.HasGroup!.Value, accounts.HasNsswitch!.Value));
        Assert.Equal((65532L, 0L, "/"), (accounts.UserId!.Value, accounts.GroupId!.Value, accounts.Home!));
    }

    [Fact]
    public async Task Nsswitch_tells_the_sources_of_host_names()
    {
        var image = new ImageTree().File("/etc/nsswitch.conf", "passwd: files\n# hosts: none\nhosts:  files dns # and no more\n");

        Assert.Equal("files dns", (await Reading.OfAsync(image)).Accounts.HostSources);
    }

    [Theory]
    [InlineData(0x3FF, 0, "65532", true, null)]
    [InlineData(0x1ED, 0, "65532", false, "uid 65532 may not write there (mode 0755, owner 0:0)")]
    [InlineData(0x1ED, 65532, "65532", true, null)]
    [InlineData(0x1ED, 0, "", true, null)]
    public async Task Tmp_is_writable_by_mode_and_owner(int mode, int owner, string user, bool isWritable, string? obstacle)
    {
        var tmp = (await Reading.OfAsync(Tree().Folder("/tmp", mode, owner), new ContainerSetting { User = user })).Tmp;

        Assert.Equal((true, isWritable, obstacle), (tmp.IsPresent!.Value, tmp.IsWritable!.Value, tmp.Obstacle));
    }

    [Fact]
    public async Task Tmp_that_is_not_there_is_told()
    {
        var tmp = (await Reading.OfAsync(Tree(), new ContainerSetting())).Tmp;

        Assert.Equal((false, false, "it is not there"), (tmp.IsPresent!.Value, tmp.IsWritable!.Value, tmp.Obstacle!));
    }

    [Fact]
    public async Task A_read_only_root_closes_tmp_unless_something_is_mounted_there()
    {
        var closed = new ContainerSetting { Security = new SecurityFacts { ReadOnlyRoot = true } };
        var open = closed with { Mounts = [new MountFact("/tmp", "emptyDir", ReadOnly: false)] };

        var without = (await Reading.OfAsync(Tree().Folder("/tmp", 0x3FF), closed)).Tmp;
        var with = (await Reading.OfAsync(Tree(), open)).Tmp;

        Assert.Equal((false, "the root file system is mounted read-only"), (without.IsWritable!.Value, without.Obstacle!));
        Assert.Equal((true, true, "emptyDir"), (with.IsPresent!.Value, with.IsWritable!.Value, with.Mount!));
    }

    private static ImageTree Tree() => new ImageTree().File("/etc/passwd", Passwd).File("/etc/group", Group);
}
