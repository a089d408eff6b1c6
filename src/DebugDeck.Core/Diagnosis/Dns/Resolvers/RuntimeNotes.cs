using DebugDeck.Core.Anatomy.Programs;

namespace DebugDeck.Core.Diagnosis.Dns.Resolvers;

/// <summary>What runtimes do with names on top of the resolver below them.</summary>
internal static class RuntimeNotes
{
    public static IEnumerable<string> Of(ProgramFacts program) => program.Runtime switch
    {
        RuntimeIds.Java =>
        [
            "Java keeps answers for 30 seconds and failures for 10 (networkaddress.cache.ttl, networkaddress.cache.negative.ttl), whatever the TTL says: a failure can outlast its cause.",
        ],
        RuntimeIds.Node =>
        [
            "Node's dns.lookup, which http and net use, asks libc in one of four threads (UV_THREADPOOL_SIZE): slow lookups also hold up files and crypto.",
            "Its dns.resolve* uses c-ares instead: no search list and no /etc/hosts.",
        ],
        RuntimeIds.DotNet or RuntimeIds.DotNetSingleFile or RuntimeIds.DotNetNativeAot =>
        [
            ".NET asks libc and keeps nothing; HttpClient keeps connections, so a changed address is seen only on a new one (PooledConnectionLifetime).",
        ],
        RuntimeIds.Python => ["Python asks libc and keeps nothing."],
        RuntimeIds.Go => ["Go keeps no answers; it reads resolv.conf again after at most 5 seconds."],
        _ => [],
    };
}
