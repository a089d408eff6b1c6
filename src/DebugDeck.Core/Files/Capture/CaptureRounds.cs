namespace DebugDeck.Core.Files.Capture;

/// <summary>Asks what several questions wish to see, round by round, until they have seen enough.</summary>
public static class CaptureRounds
{
    /// <summary>A program, its loader, its libraries and theirs take five; a container that leads us further is playing with us.</summary>
    public const int MostRounds = 8;

    /// <summary>What a hostile image can make us ask for, at most.</summary>
    private const int MostWishes = 2000;

    public static async Task<FileCapture> RunAsync(IContainerFiles files, IReadOnlyList<IFileQuestion> questions, CancellationToken cancellationToken)
    {
        var seen = FileCapture.Empty;
        var asked = new HashSet<FileWish>();
        for (var round = 0; round < MostRounds; round++)
        {
            var wishes = questions.SelectMany(question => question.Wishes(seen)).Where(wish => asked.Count < MostWishes && asked.Add(wish)).ToList();
            if (wishes.Count == 0)
            {
                break;
            }

            seen = seen.With(await files.CaptureAsync(Merge(wishes), cancellationToken));
        }

        return seen;
    }

    // Several questions read the same file: once is enough, with the most that any of them wants, and to read it is to look at it.
    private static List<FileWish> Merge(List<FileWish> wishes)
    {
        var looked = wishes.Where(wish => wish.Kind != FileWishKind.Stat).Select(wish => wish.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. wishes.Where(wish => wish.Kind != FileWishKind.Stat || !looked.Contains(wish.Path))
                .GroupBy(wish => (wish.Path, wish.Kind, wish.Offset))
                .Select(same => same.MaxBy(wish => wish.Limit)!),
        ];
    }
}
