using DebugDeck.Core.Anatomy.Hygiene;
using DebugDeck.Core.Files;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.Hygiene;

public sealed class JunkRulesTests
{
    [Theory]
    [InlineData("/srv/.env", JunkKind.Secret)]
    [InlineData("/srv/.env.production", JunkKind.Secret)]
    [InlineData("/srv/.env.example", null)]
    [InlineData("/srv/app.env", null)]
    [InlineData("/app/.npmrc", JunkKind.Secret)]
    [InlineData("/usr/lib/node_modules/npm/.npmrc", null)]
    [InlineData("/app/id_rsa", JunkKind.Secret)]
    [InlineData("/app/id_rsa.pub", null)]
    [InlineData("/app/node_modules/ssh2/test/id_rsa", null)]
    [InlineData("/usr/share/doc/openssh/id_rsa", null)]
    [InlineData("/root/.aws/credentials", JunkKind.Secret)]
    [InlineData("/root/.aws/config", null)]
    [InlineData("/root/.kube/config", JunkKind.Secret)]
    [InlineData("/root/.docker/config.json", JunkKind.Secret)]
    [InlineData("/app/.git", JunkKind.History)]
    [InlineData("/app/.gitignore", null)]
    [InlineData("/app/legit", null)]
    [InlineData("/app/node_modules/.cache", JunkKind.Cache)]
    [InlineData("/app/.cache", null)]
    [InlineData("/root/.cache/pip", JunkKind.Cache)]
    [InlineData("/root/.cache", null)]
    [InlineData("/var/cache/apt/pkgcache.bin", JunkKind.Cache)]
    [InlineData("/var/cache/apt/archives", null)]
    [InlineData("/app/.venv", JunkKind.Workshop)]
    [InlineData("/app/venv", null)]
    [InlineData("/app/.dockerignore", JunkKind.Workshop)]
    [InlineData("/nix/store/abc-source/.env", null)]
    public void What_has_no_business_in_an_image_is_told_from_what_looks_like_it(string path, JunkKind? kind) => Assert.Equal(kind, JunkRules.Of(Entry(path, 0x1A4))?.Kind);

    [Theory]
    [InlineData("/usr/bin/su", 0x9ED, true, false)]
    [InlineData("/usr/bin/wall", 0x5ED, true, false)]
    [InlineData("/usr/bin/su", 0x1ED, false, false)]
    [InlineData("/usr/share/su", 0x9A4, false, false)]
    [InlineData("/srv/data.db", 0x1B6, false, true)]
    [InlineData("/srv/data.db", 0x1B4, false, false)]
    [InlineData("/proc/1/x", 0x1B6, false, false)]
    public void Modes_tell_who_may_do_what(string path, int mode, bool isSetUser, bool isOpen)
    {
        var sightings = HygieneQuestion.Of(new ImageTree().File(path, "x", mode));

        Assert.Equal((isSetUser, isOpen), (sightings.SetUser.Any(entry => entry.Path == path), sightings.WorldWritable.Any(entry => entry.Path == path)));
    }

    [Theory]
    [InlineData(0x1FF, true)]
    [InlineData(0x3FF, false)]
    [InlineData(0x1ED, false)]
    public void A_sticky_bit_protects_a_directory_that_all_may_write_to(int mode, bool isOpen) =>
        Assert.Equal(isOpen, HygieneQuestion.Of(new ImageTree().Folder("/srv/data", mode)).WorldWritable.Any());

    [Fact]
    public void However_much_there_is_some_of_it_is_kept_in_an_order_that_does_not_depend_on_the_archive()
    {
        var tree = new ImageTree();
        for (var i = 0; i < 200; i++)
        {
            tree.File($"/srv/{i:000}/.env", "x");
        }

        var sightings = HygieneQuestion.Of(tree);

        Assert.Equal(Sightings.Most, sightings.Junk.Count);
        Assert.Equal(sightings.Junk.Select(junk => junk.Entry.Path).Order(StringComparer.Ordinal), sightings.Junk.Select(junk => junk.Entry.Path));
    }

    private static FileEntry Entry(string path, int mode) => new(path, FileKind.Regular, 1, (UnixFileMode)mode, DateTimeOffset.UnixEpoch);
}
