using DebugDeck.Core.Anatomy.TimeData;
using DebugDeck.Core.Anatomy.Trust;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy;

/// <summary>Is there what a program needs besides itself: certificates and time zone data where its runtime looks for them?</summary>
public sealed class NeedsQuestion(ContainerSetting setting, DateTimeOffset now) : IFileQuestion
{
    private readonly ContainerQuestion _container = new(setting);

    /// <summary>What to look at next. The usual places are asked for before the runtime is known: most programs look there, and it saves a round.</summary>
    public IEnumerable<FileWish> Wishes(FileCapture seen)
    {
        if (!seen.Files.Any())
        {
            return [.. TrustPlaces.Of(null, setting).Files.Select(path => new FileWish(path, FileWishKind.Stat)), new FileWish("/usr/share/zoneinfo", FileWishKind.Stat), new FileWish("/etc/localtime", FileWishKind.Stat)];
        }

        var readings = _container.Answer(seen);
        if (readings.EntryPoint.Runtime is null && _container.Wishes(seen).Any())
        {
            return [];
        }

        var view = new CaptureView(seen);
        Read(view, readings);
        return view.Missing;
    }

    public (TrustFacts Certificates, TimeDataFacts TimeZones) Answer(FileCapture seen) => Read(new CaptureView(seen), _container.Answer(seen));

    private (TrustFacts Certificates, TimeDataFacts TimeZones) Read(CaptureView view, ContainerReadings readings)
    {
        var runtime = readings.EntryPoint.Runtime;
        return (
            TrustReader.Read(view, TrustPlaces.Of(runtime, setting), now),
            new TimeDataReader(view, setting, runtime, readings.Libc.Kind, readings.Packages).Read());
    }
}
