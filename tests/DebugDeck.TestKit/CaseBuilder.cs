using System.Text;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.TestKit;

/// <summary>
/// Evidence as a test wants it. Files are granted for every kind of wish; what a check asks for and the test does not mention is <em>not there</em>
/// (<see cref="Absent"/>) only if the test says so, else it was never answered.
/// </summary>
public sealed class CaseBuilder
{
    private static readonly DateTimeOffset At = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly List<(string Path, CapturedFile File)> _files = [];
    private CaseEvidence _evidence = new(At);

    /// <summary>A running distroless container of Docker's, unless the test knows better.</summary>
    public TargetDetails Details { get; set; } = new()
    {
        Target = new Target
        {
            Id = "c0ffee",
            Address = TargetAddress.Parse("docker://web"),
            Host = "docker",
            Name = "web",
            Image = "gcr.io/distroless/static-debian13",
            State = ContainerState.Running,
        },
    };

    public CaseBuilder File(string path, string content, int owner = 0, UnixFileMode mode = (UnixFileMode)0x1a4) =>
        File(path, Encoding.UTF8.GetBytes(content), owner, mode);

    public CaseBuilder File(string path, byte[] content, int owner = 0, UnixFileMode mode = (UnixFileMode)0x1a4)
    {
        var entry = new FileEntry(path, FileKind.Regular, content.Length, mode, At, null, owner, owner);
        return Add(new CapturedFile { Path = path, Entry = entry, Target = entry, Content = content });
    }

    public CaseBuilder Directory(string path, params string[] names)
    {
        var entry = new FileEntry(path, FileKind.Directory, 0, (UnixFileMode)0x1ed, At, null, 0, 0);
        var listing = names.Select(name => new FileEntry($"{path.TrimEnd('/')}/{name}", FileKind.Regular, 1, (UnixFileMode)0x1a4, At, null, 0, 0));
        return Add(new CapturedFile { Path = path, Entry = entry, Target = entry, Listing = [.. listing] });
    }

    /// <summary>Looked for, and not there.</summary>
    public CaseBuilder Absent(params string[] paths)
    {
        foreach (var path in paths)
        {
            Add(new CapturedFile { Path = path });
        }

        return this;
    }

    public CaseBuilder Add(CapturedFile file)
    {
        _files.Add((file.Path, file));
        return this;
    }

    public CaseBuilder Log(params string[] lines) => With(new LogTailRequest(), new LogTail([.. lines.Select((line, second) => new LogTailLine(At.AddSeconds(second), line))]));

    public CaseBuilder Process(params string[] environment) => With(new ProcessRequest(), new ProcessFacts { Id = 1, Command = ["/app"], Environment = environment });

    public CaseBuilder With<TItem>(EvidenceRequest<TItem> request, TItem item)
        where TItem : class
    {
        _evidence = _evidence.With(request, item);
        return this;
    }

    public CaseEvidence Build() => _files
        .SelectMany(file => Enum.GetValues<FileWishKind>().Select(kind => EvidenceAnswer.Of(new FileRequest(file.Path, kind), file.File)))
        .Aggregate(_evidence.With(new DetailsRequest(), Details), (evidence, answer) => evidence.With(answer));
}
