using DebugDeck.Core.Text;
using Docker.DotNet.Models;

namespace DebugDeck.Docker.Sessions;

/// <summary>Sums up an engine's messages about the layers of a pull. Called as they arrive, in order.</summary>
internal sealed class PullProgress(string image, IProgress<string> progress, Action heard) : IProgress<JSONMessage>
{
    private readonly Dictionary<string, (long Current, long Total)> _layers = [];
    private string? _reported;

    /// <summary>Why the pull failed: an engine says so in a message, after it has answered 200.</summary>
    public string? Error { get; private set; }

    public void Report(JSONMessage value)
    {
        heard();
        if (value.Error is not null)
        {
            Error = value.Error.Message;
            return;
        }

        // Extracting counts the same bytes a second time.
        if (value is not { ID: { Length: > 0 } layer, Status: "Downloading", Progress: { Total: > 0 } part })
        {
            return;
        }

        _layers[layer] = (part.Current ?? 0, part.Total ?? 0);
        var text = $"fetching {image}: {ByteSize.Format(_layers.Values.Sum(size => size.Current))} of {ByteSize.Format(_layers.Values.Sum(size => size.Total))}";
        if (text != _reported)
        {
            progress.Report(_reported = text);
        }
    }
}
