using CsCheck;
using DebugDeck.Core.Diagnosis.Dns;
using DebugDeck.Core.Diagnosis.Dns.Wire;

namespace DebugDeck.Core.Tests.Diagnosis.Dns.Wire;

public sealed class DnsMessageTests
{
    // www.vendor.example is an alias of status.vendor.example, 203.0.113.17, with a pointer for each name.
    private static readonly byte[] Reply =
    [
        0, 7, 0x85, 0x80, 0, 1, 0, 2, 0, 0, 0, 0,
        3, .. "www"u8, 6, .. "vendor"u8, 7, .. "example"u8, 0, 0, 1, 0, 1,
        0xc0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 9, 6, .. "status"u8, 0xc0, 16,
        0xc0, 48, 0, 1, 0, 1, 0, 0, 0, 30, 0, 4, 203, 0, 113, 17,
    ];

    [Fact]
    public void A_question_has_its_length_before_it() => Assert.Equal(
        [0, 23, 0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, (byte)'a', 3, (byte)'b', (byte)'c', (byte)'d', 0, 0, 28, 0, 1],
        DnsMessage.Question(7, "a.bcd", DnsRecordType.Aaaa));

    [Fact]
    public void An_answer_with_an_alias_is_read()
    {
        var reply = DnsMessage.Read(Reply)!;
        Assert.Equal((7, DnsOutcome.Answer, DnsOutcome.NoData), (reply.Id, reply.Outcome(DnsRecordType.A), reply.Outcome(DnsRecordType.Aaaa)));
        Assert.Equal([new DnsRecord("www.vendor.example", 5, 60, "status.vendor.example"), new DnsRecord("status.vendor.example", 1, 30, "203.0.113.17")], reply.Records);
    }

    [Theory]
    [InlineData(0, DnsOutcome.NoData)]
    [InlineData(2, DnsOutcome.ServerFailure)]
    [InlineData(3, DnsOutcome.NoSuchName)]
    [InlineData(5, DnsOutcome.Refused)]
    [InlineData(4, DnsOutcome.OtherError)]
    public void Codes_are_told_apart(byte code, DnsOutcome outcome) =>
        Assert.Equal(outcome, DnsMessage.Read([0, 1, 0x81, (byte)(0x80 | code), 0, 0, 0, 0, 0, 0, 0, 0])!.Outcome(DnsRecordType.A));

    [Fact]
    public void A_pointer_to_itself_is_no_name() => Assert.Null(DnsMessage.Read([0, 1, 0x81, 0x80, 0, 1, 0, 0, 0, 0, 0, 0, 0xc0, 12, 0, 1, 0, 1]));

    [Fact]
    public void A_question_is_no_answer() => Assert.Null(DnsMessage.Read(DnsMessage.Question(1, "a", DnsRecordType.A).AsSpan(2)));

    [Fact]
    public void Damage_does_no_harm() => Gen.Select(Gen.Int[0, Reply.Length - 1], Gen.Byte).Array[1, 6].Sample(
        damage =>
        {
            var data = Reply.ToArray();
            foreach (var (at, value) in damage)
            {
                data[at] = value;
            }

            return DnsMessage.Read(data) is null or { Records.Count: <= 200 };
        },
        iter: 5000);

    [Fact]
    public void Any_bytes_do_no_harm() => Gen.Byte.Array[0, 600].Sample(bytes => DnsMessage.Read(bytes) is null or { Records.Count: <= 200 });
}
