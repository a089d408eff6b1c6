using CsCheck;
using DebugDeck.Core.Diagnosis.Dns.Configuration;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.Configuration;

public sealed class ResolvConfTests
{
    [Fact]
    public void A_kubernetes_file_is_read()
    {
        var file = ResolvConf.Parse("search shop.svc.cluster.local svc.cluster.local cluster.local\nnameserver 10.96.0.10\noptions ndots:5\n");
        Assert.Equal(["10.96.0.10"], file.Nameservers);
        Assert.Equal(["shop.svc.cluster.local", "svc.cluster.local", "cluster.local"], file.Search);
        Assert.Equal(5, file.Option("ndots"));
        Assert.Null(file.Option("timeout"));
    }

    [Theory]
    [InlineData("search a b\nsearch c\n", "c")]
    [InlineData("search a b\ndomain c\n", "c")]
    [InlineData("search a b\r\n", "a b")]
    [InlineData("# search a\n; search b\nsearch c # d\n", "c")]
    [InlineData("search\nnameserver\n", "")]
    public void The_last_search_or_domain_line_counts(string text, string search) => Assert.Equal(search, string.Join(' ', ResolvConf.Parse(text).Search));

    [Theory]
    [InlineData("options ndots:x", null)]
    [InlineData("options ndots:", null)]
    [InlineData("options ndots:5 ndots:2", 2)]
    [InlineData("options ndots:99999999999", null)]
    public void An_option_without_a_number_is_not_given(string text, int? dots) => Assert.Equal(dots, ResolvConf.Parse(text).Option("ndots"));

    [Fact]
    public void Any_text_is_read_without_harm() => Gen.String.Sample(text =>
    {
        _ = ResolvConf.Parse(text);
        _ = HostsFile.Parse(text).AddressesOf("x");
        _ = NameServiceSwitch.Parse(text);
    });

    [Theory]
    [InlineData("hosts: files dns", "files dns", false)]
    [InlineData("passwd: files\nhosts:      files mdns4_minimal [NOTFOUND=return] dns # x\n", "files mdns4_minimal dns", true)]
    [InlineData("hosts: files [ NOTFOUND = return ] dns", "files dns", true)]
    public void The_hosts_line_of_the_switch_is_read(string text, string sources, bool hasActions)
    {
        var read = NameServiceSwitch.Parse(text)!;
        Assert.Equal((sources, hasActions), (string.Join(' ', read.Sources), read.HasActions));
    }

    [Fact]
    public void A_switch_without_hosts_is_none() => Assert.Null(NameServiceSwitch.Parse("passwd: files\n"));

    [Fact]
    public void Names_in_hosts_are_found_whatever_their_case_and_without_the_search_list()
    {
        var hosts = HostsFile.Parse("127.0.0.1 localhost\n10.1.1.1\tDb db.shop # the database\n::1 localhost\n");
        Assert.Equal(["10.1.1.1"], hosts.AddressesOf("db"));
        Assert.Equal(["127.0.0.1", "::1"], hosts.AddressesOf("localhost."));
        Assert.Empty(hosts.AddressesOf("the"));
    }
}
