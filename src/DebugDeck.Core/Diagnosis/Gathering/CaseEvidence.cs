using System.Collections.Immutable;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>
/// All raw evidence of a run, and nothing else: checks are pure functions of it. Immutable; it grows in rounds, by <see cref="With(EvidenceAnswer)"/>.
/// </summary>
public sealed class CaseEvidence
{
    private readonly ImmutableSortedDictionary<string, EvidenceAnswer> _answers;
    private readonly Lazy<FileCapture> _files;

    /// <param name="takenAt">When the run began. Checks take it for the present, so that a saved run is judged as of its own time.</param>
    public CaseEvidence(DateTimeOffset takenAt)
        : this(takenAt, ImmutableSortedDictionary.Create<string, EvidenceAnswer>(StringComparer.Ordinal))
    {
    }

    private CaseEvidence(DateTimeOffset takenAt, ImmutableSortedDictionary<string, EvidenceAnswer> answers)
    {
        TakenAt = takenAt;
        _answers = answers;
        _files = new Lazy<FileCapture>(() => new FileCapture(answers.Values.Select(answer => answer.Item).OfType<CapturedFile>()));
    }

    public DateTimeOffset TakenAt { get; }

    /// <summary>In the order of their keys, so that the same evidence is always shown alike.</summary>
    public IEnumerable<EvidenceAnswer> Answers => _answers.Values;

    /// <summary>What the host knows; null only in a run that could not even be told that.</summary>
    public TargetDetails? Details => Find(new DetailsRequest());

    /// <summary>Every file that was granted (<see cref="FileRequest"/>); one that could not be read for want of a session was not, see <see cref="Gap"/>.</summary>
    public FileCapture Files => _files.Value;

    /// <summary>The item; null if the request was not granted or not (yet) made.</summary>
    public TItem? Find<TItem>(EvidenceRequest<TItem> request)
        where TItem : class => _answers.GetValueOrDefault(request.Key)?.Item as TItem;

    /// <summary>The answer; null if the request was not (yet) made.</summary>
    public EvidenceAnswer? AnswerTo(EvidenceRequest request) => _answers.GetValueOrDefault(request.Key);

    /// <summary>Why the request was not granted; null if it was, or was not made.</summary>
    public EvidenceGap? Gap(EvidenceRequest request) => AnswerTo(request)?.Gap;

    public CaseEvidence With(EvidenceAnswer answer) => new(TakenAt, _answers.SetItem(answer.Request.Key, answer));

    public CaseEvidence With(IEnumerable<EvidenceAnswer> answers) =>
        new(TakenAt, _answers.SetItems(answers.Select(answer => KeyValuePair.Create(answer.Request.Key, answer))));

    /// <summary>What was granted alone, so that the rest can be asked for again.</summary>
    public CaseEvidence WithoutGaps() => new(TakenAt, _answers.RemoveRange(_answers.Where(answer => answer.Value.Gap is not null).Select(answer => answer.Key)));

    public CaseEvidence With<TItem>(EvidenceRequest<TItem> request, TItem item)
        where TItem : class => With(EvidenceAnswer.Of(request, item));
}
