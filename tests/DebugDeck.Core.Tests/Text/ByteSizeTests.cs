using DebugDeck.Core.Text;

namespace DebugDeck.Core.Tests.Text;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(1023, "1023 B")]
    [InlineData(1024, "1.0 KiB")]
    [InlineData(1_073_741_824, "1.0 GiB")]
    [InlineData(long.MaxValue, "8192.0 PiB")]
    public void Bytes_are_written_in_powers_of_1024(long bytes, string text) => Assert.Equal(text, ByteSize.Format(bytes));
}
