using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Families;

/// <summary>What the families' and the builders' rules look at: all of it at once, whatever the image turns out to be.</summary>
public sealed class FamilyQuestion : IFileQuestion
{
    public IEnumerable<FileWish> Wishes(FileCapture seen) => seen.Files.Any() ? [] : FamilyRules.Wishes.Concat(Builders.BuilderRules.Wishes);
}
