namespace DebugDeck.Core.TimeZones;

/// <summary>The six counts of a TZif header.</summary>
internal readonly record struct TzifCounts(uint Universal, uint Standard, uint Leaps, uint Times, uint Types, uint Characters)
{
    /// <summary>Bytes of the data block that follows, with times of 4 or 8 bytes.</summary>
    public long Length(int timeLength) =>
        ((long)Times * (timeLength + 1)) + ((long)Types * 6) + Characters + ((long)Leaps * (timeLength + 4)) + Standard + Universal;
}
