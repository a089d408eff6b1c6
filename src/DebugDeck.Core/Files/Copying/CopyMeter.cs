namespace DebugDeck.Core.Files.Copying;

/// <summary>Counts a copy and reports it now and then: a report for each of 20,000 files would cost more than the files.</summary>
internal sealed class CopyMeter(CopyOptions options, IProgress<CopyProgress>? progress)
{
    private long _lastReport = options.Clock.GetTimestamp();
    private CopyProgress _now = new(0, 0, "");

    public long TotalBytes => _now.Bytes;

    public void Entry(string name)
    {
        _now = _now with { Entries = _now.Entries + 1, Name = name };
        ReportIfDue();
    }

    public void Bytes(int count)
    {
        _now = _now with { Bytes = _now.Bytes + count };
        ReportIfDue();
    }

    /// <summary>The last report, whenever it comes.</summary>
    public void Done() => progress?.Report(_now);

    private void ReportIfDue()
    {
        if (progress is not null && options.Clock.GetElapsedTime(_lastReport) >= options.ProgressEvery)
        {
            _lastReport = options.Clock.GetTimestamp();
            progress.Report(_now);
        }
    }
}
