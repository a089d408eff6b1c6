using DebugDeck.Core.Files.Copying;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Files.Extraction;

/// <summary>Counts what an extraction does, and collects what it would not do.</summary>
internal sealed class ExtractReport(CopyMeter meter)
{
    // A hostile archive could fill the memory with complaints about itself.
    private const int MostWarnings = 500;

    private readonly List<string> _warnings = [];
    private int _more;

    public CopyMeter Meter => meter;

    public long Files { get; set; }

    public long Folders { get; set; }

    public long Links { get; set; }

    public IReadOnlyList<string> Warnings => _more == 0 ? _warnings : [.. _warnings, $"and {_more} more"];

    /// <summary>Something of the archive was left out. Names are hostile, so they are made visible here, once for all who show them.</summary>
    public void LeftOut(string name, string why)
    {
        if (_warnings.Count < MostWarnings)
        {
            _warnings.Add($"left out '{VisibleText.Escape(name)}': {VisibleText.Escape(why)}");
        }
        else
        {
            _more++;
        }
    }
}
