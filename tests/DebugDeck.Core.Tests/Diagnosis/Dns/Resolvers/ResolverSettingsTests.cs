using DebugDeck.Core.Diagnosis.Dns.Configuration;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.Resolvers;

public sealed class ResolverSettingsTests
{
    private static readonly Resolver Musl = new(ResolverKind.Musl, new Version(1, 2, 5));
    private static readonly Resolver Glibc = new(ResolverKind.Glibc, new Version(2, 41));
    private static readonly Resolver Go = new(ResolverKind.Go);

    [Theory]
    [InlineData(254, true)]
    [InlineData(255, false)]
    public void Musl_ignores_a_line_of_more_than_254_characters_as_a_whole(int length, bool isRead)
    {
        var line = "search a.example " + new string('b', length - "search a.example ".Length);
        var settings = Read(Musl, line + "\nnameserver 10.0.0.1\n");
        Assert.Equal(isRead ? 2 : 0, settings.Search.Count);
        Assert.Equal(isRead ? 0 : 1, settings.Ignored.Count);
        Assert.Equal(2, Read(Glibc, line + "\n").Search.Count);
    }

    [Fact]
    public void Old_glibc_reads_six_search_domains()
    {
        const string text = "search a b c d e f g h\n";
        Assert.Equal(6, Read(new Resolver(ResolverKind.Glibc, new Version(2, 25)), text).Search.Count);
        Assert.Equal(8, Read(new Resolver(ResolverKind.Glibc, new Version(2, 26)), text).Search.Count);
        Assert.Equal(8, Read(Go, text).Search.Count);
    }

    [Fact]
    public void Old_glibc_reads_256_characters_of_search_domains()
    {
        var text = $"search {new string('a', 100)} {new string('b', 100)} {new string('c', 100)}\n";
        Assert.Equal(2, Read(new Resolver(ResolverKind.Glibc, new Version(2, 17)), text).Search.Count);
    }

    [Fact]
    public void Three_servers_are_used()
    {
        var settings = Read(Glibc, "nameserver 10.0.0.1\nnameserver dns.example\nnameserver 10.0.0.2\nnameserver fd00::1\nnameserver 10.0.0.4\n");
        Assert.Equal(["10.0.0.1", "10.0.0.2", "fd00::1"], settings.Servers);
        Assert.Equal(["nameserver dns.example is no address", "nameserver 10.0.0.4 is one too many; resolvers use the first 3"], settings.Ignored);
    }

    [Fact]
    public void Without_a_server_there_is_the_one_on_loopback()
    {
        var settings = Read(Musl, "");
        Assert.Equal(["127.0.0.1"], settings.Servers);
        Assert.True(settings.HasDefaultServer);
    }

    [Theory]
    [InlineData("options ndots:99 timeout:99 attempts:99\n", 15, 30, 5)]
    [InlineData("options ndots:0 timeout:0 attempts:0\n", 0, 1, 1)]
    [InlineData("", 1, 5, 2)]
    public void Numbers_have_limits(string text, int dots, int seconds, int attempts)
    {
        var settings = Read(Glibc, text);
        Assert.Equal((dots, seconds, attempts), (settings.Ndots, (int)settings.Timeout.TotalSeconds, settings.Attempts));
    }

    [Fact]
    public void Each_resolver_heeds_its_own_options()
    {
        const string text = "options single-request no-aaaa rotate use-vc frobnicate\n";
        Assert.Equal(5, Read(Musl, text).Ignored.Count);
        Assert.Equal(["option frobnicate: glibc does not know it"], Read(Glibc, text).Ignored);
        Assert.True(Read(Glibc, text) is { OneFamilyAtATime: true, NoIpv6: true, Rotates: true, UsesTcp: true });
        Assert.True(Read(Musl, text) is { OneFamilyAtATime: false, NoIpv6: false, Rotates: false, UsesTcp: false });
        Assert.False(Read(new Resolver(ResolverKind.Glibc, new Version(2, 35)), text).NoIpv6);
    }

    private static ResolverSettings Read(Resolver resolver, string text) => ResolverSettings.Of(resolver, ResolvConf.Parse(text));
}
