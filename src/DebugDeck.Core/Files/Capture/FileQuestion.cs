namespace DebugDeck.Core.Files.Capture;

/// <summary>A question whose wishes are whatever its reader looks for in vain.</summary>
/// <typeparam name="T">The answer.</typeparam>
public abstract class FileQuestion<T> : IFileQuestion
{
    public IEnumerable<FileWish> Wishes(FileCapture seen)
    {
        var view = new CaptureView(seen);
        Read(view);
        return view.Missing;
    }

    /// <summary>The answer, as good as what has been seen allows. Never throws for what is in the files.</summary>
    public T Answer(FileCapture seen) => Read(new CaptureView(seen));

    protected abstract T Read(CaptureView view);
}
