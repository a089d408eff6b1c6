using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Diagnosis.Checks;

/// <summary>What the target's program and image are made of, for checks whose rules differ by runtime and libc.</summary>
public sealed class ProgramFinder
{
    private readonly ContainerQuestion? _question;

    public ProgramFinder(CaseEvidence evidence)
    {
        if (evidence.Details is not { } details)
        {
            return;
        }

        // The command of the process is the truth where the host does not tell the image's.
        var command = evidence.Find(new ProcessRequest())?.Command;
        var setting = ContainerSetting.From(details);
        _question = new ContainerQuestion(setting.Command.Count == 0 && command is { Count: > 0 } ? setting with { Command = command } : setting);
        Readings = _question.Answer(evidence.Files);
        Wishes = [.. _question.Wishes(evidence.Files).Select(wish => new FileRequest(wish))];
    }

    public ContainerReadings Readings { get; } = new();

    /// <summary>What is still to be read.</summary>
    public IReadOnlyList<FileRequest> Wishes { get; } = [];
}
