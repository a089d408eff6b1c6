using DebugDeck.Core.Diagnosis.Dns;
using DebugDeck.Core.Diagnosis.Dns.Lookups;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.Lookups;

public sealed class NslookupTextTests
{
    [Theory]
    [InlineData("Server:\t\t127.0.0.1\nAddress:\t127.0.0.1:53\n\nName:\tpayments.shop.svc.cluster.local\nAddress: 10.96.12.3\n\n", DnsOutcome.Answer, "10.96.12.3")]
    [InlineData("Server:\t\t10.96.0.10\nAddress:\t10.96.0.10#53\n\nNon-authoritative answer:\nName:\tapi.example\nAddress: 203.0.113.10\nName:\tapi.example\nAddress: fd00::1\n", DnsOutcome.Answer, "203.0.113.10 fd00::1")]
    [InlineData("Server:    10.96.0.10\nAddress 1: 10.96.0.10 kube-dns.kube-system.svc.cluster.local\n\nName:      api\nAddress 1: 10.96.12.3 api.shop\n", DnsOutcome.Answer, "10.96.12.3")]
    [InlineData("Server:\t\t127.0.0.1\nAddress:\t127.0.0.1:53\n\n** server can't find payments.svc.cluster.local: NXDOMAIN\n", DnsOutcome.NoSuchName, "")]
    [InlineData("Server:\t\t127.0.0.1\nAddress:\t127.0.0.1:53\n\n*** Can't find text.example: No answer\n", DnsOutcome.NoData, "")]
    [InlineData("Server:\t\t127.0.0.1\nAddress:\t127.0.0.1:53\n\n** server can't find broken.example: SERVFAIL\n", DnsOutcome.ServerFailure, "")]
    [InlineData("** server can't find x.example: REFUSED\n", DnsOutcome.Refused, "")]
    [InlineData(";; connection timed out; no servers could be reached\n", DnsOutcome.Timeout, "")]
    [InlineData("nslookup: write to '192.0.2.9': Connection refused\n;; connection timed out; no servers could be reached\n", DnsOutcome.ConnectionRefused, "")]
    [InlineData("nslookup: write to '192.0.2.9': Network is unreachable\n;; connection timed out; no servers could be reached\n", DnsOutcome.NoRoute, "")]
    [InlineData("nslookup: can't resolve 'x'\n", DnsOutcome.OtherError, "")]
    [InlineData("", DnsOutcome.Malformed, "")]
    public void Every_tool_is_understood(string text, DnsOutcome outcome, string addresses)
    {
        var read = NslookupText.Read(text);
        Assert.Equal((outcome, addresses), (read.Outcome, string.Join(' ', read.Addresses)));
    }
}
