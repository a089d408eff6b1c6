using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Diagnosis.Dns.Configuration;
using DebugDeck.Core.Diagnosis.Dns.Resolvers;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.Resolvers;

public sealed class ResolverChoiceTests
{
    [Theory]
    [InlineData(RuntimeIds.Java, LibcKind.Glibc, "2.41-12", "glibc 2.41")]
    [InlineData(RuntimeIds.Node, LibcKind.Musl, "1.2.5-r10", "musl 1.2.5")]
    [InlineData(RuntimeIds.DotNet, LibcKind.Glibc, "2.39-0ubuntu8.5", "glibc 2.39")]
    [InlineData(RuntimeIds.Python, LibcKind.Glibc, null, "glibc")]
    [InlineData(RuntimeIds.Native, LibcKind.Unknown, null, "an unknown resolver")]
    public void What_is_not_go_asks_its_libc(string runtime, LibcKind libc, string? version, string name) =>
        Assert.Equal(name, Choose(new ProgramFacts { Runtime = runtime, Libc = libc, LibcVersion = version, Linkage = Linkage.Dynamic }).Name);

    [Theory]
    [InlineData(Linkage.Static, null, "", "", "", "Go's own resolver")]
    [InlineData(Linkage.Dynamic, true, "", "", "", "Go's own resolver")]
    [InlineData(Linkage.Dynamic, true, "", "GODEBUG=netdns=cgo", "", "glibc 2.41")]
    [InlineData(Linkage.Dynamic, true, "", "GODEBUG=x=1,netdns=cgo+2", "", "glibc 2.41")]
    [InlineData(Linkage.Dynamic, false, "", "GODEBUG=netdns=cgo", "", "Go's own resolver")]
    [InlineData(Linkage.Dynamic, true, "", "LOCALDOMAIN=x", "", "glibc 2.41")]
    [InlineData(Linkage.Dynamic, true, "options frobnicate", "", "", "glibc 2.41")]
    [InlineData(Linkage.Dynamic, true, "options frobnicate", "GODEBUG=netdns=go", "", "Go's own resolver")]
    [InlineData(Linkage.Dynamic, true, "", "", "hosts: files resolve [!UNAVAIL=return] dns", "glibc 2.41")]
    [InlineData(Linkage.Dynamic, true, "", "", "hosts: files dns", "Go's own resolver")]
    public void Go_asks_libc_only_with_cgo_and_a_reason(Linkage linkage, bool? usesCgo, string resolv, string variable, string sources, string name)
    {
        var program = new ProgramFacts { Runtime = RuntimeIds.Go, Libc = LibcKind.Glibc, LibcVersion = "2.41", Linkage = linkage, UsesCgo = usesCgo };
        Assert.Equal(name, Choose(program, resolv, sources, variable).Name);
    }

    private static Resolver Choose(ProgramFacts program, string resolv = "", string sources = "", string variable = "") => ResolverChoice.Choose(
        program, ResolvConf.Parse(resolv), NameServiceSwitch.Parse(sources), name => variable.StartsWith(name + "=", StringComparison.Ordinal) ? variable[(name.Length + 1)..] : null);
}
