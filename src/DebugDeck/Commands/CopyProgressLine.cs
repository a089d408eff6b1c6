using System.Globalization;
using DebugDeck.Core.Files.Copying;
using DebugDeck.Core.Text;
using DebugDeck.Output;

namespace DebugDeck.Commands;

/// <summary>Shows how far a copy is: bytes, rate, time, and the entry at work.</summary>
internal sealed class CopyProgressLine(ProgressLine line, TimeProvider clock, long began) : IProgress<CopyProgress>
{
    public void Report(CopyProgress value) => line.ReportNowAndThen(() =>
    {
        var elapsed = clock.GetElapsedTime(began);
        var rate = elapsed.TotalSeconds > 0 ? (long)(value.Bytes / elapsed.TotalSeconds) : 0;
        return $"{ByteSize.Format(value.Bytes)}, {ByteSize.Format(rate)}/s, {Elapsed(elapsed)}  {value.Name}";
    });

    /// <summary><c>0.8s</c>, <c>3m20s</c></summary>
    public static string Elapsed(TimeSpan elapsed) =>
        elapsed < TimeSpan.FromSeconds(10) ? string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0}s") : Duration.Format(elapsed);
}
