using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Anatomy.Hygiene;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy;

/// <summary>Looks at files until the rules have seen enough, in as few rounds as that takes.</summary>
public static class AnatomyReader
{
    /// <summary>The anatomy of something whose files can be looked at.</summary>
    /// <exception cref="Errors.DebugDeckException">The files cannot be reached at all. What is merely missing or hidden is part of the answer.</exception>
    public static async Task<TargetAnatomy> ReadAsync(AnatomySubject subject, IContainerFiles files, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var setting = subject.Setting;
        var hygiene = new HygieneQuestion(setting);
        var tree = files as IFileTree;
        IReadOnlyList<IFileQuestion> questions =
        [
            new FamilyQuestion(),
            new ContainerQuestion(setting),
            new NeedsQuestion(setting, now),
            .. tree is null ? [hygiene] : Array.Empty<IFileQuestion>(),
        ];
        var seen = await CaptureRounds.RunAsync(files, questions, cancellationToken);
        return AnatomyRules.Judge(subject, seen, tree is null ? hygiene.Answer(seen) : HygieneQuestion.Of(tree), now);
    }
}
