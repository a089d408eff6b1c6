using System.Runtime.CompilerServices;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Diagnosis.Checks;

/// <summary>
/// What the target's files say about its program and image, as far as they have been read. Every check asks several times in a round and evidence never changes,
/// so the answer is kept for as long as the evidence is.
/// </summary>
internal sealed class CaseAnatomy
{
    private static readonly ConditionalWeakTable<CaseEvidence, CaseAnatomy> Known = [];

    private CaseAnatomy(CaseEvidence evidence)
    {
        if (evidence.Details is not { } details)
        {
            return;
        }

        // The command of the process is the truth where the host does not tell the image's.
        Setting = ContainerSetting.From(details);
        if (Setting.Command.Count == 0 && evidence.Find(new ProcessRequest())?.Command is { Count: > 0 } command)
        {
            Setting = Setting with { Command = command };
        }

        var question = new ContainerQuestion(Setting);
        Readings = question.Answer(evidence.Files);
        Wishes = [.. question.Wishes(evidence.Files)];
    }

    public ContainerSetting Setting { get; } = new();

    public ContainerReadings Readings { get; } = new();

    /// <summary>What is still to be read, and what was asked before.</summary>
    public IReadOnlyList<FileWish> Wishes { get; } = [];

    public static CaseAnatomy Of(CaseEvidence evidence) => Known.GetValue(evidence, static evidence => new CaseAnatomy(evidence));
}
