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
    public void LeftOut(string name, string why) => Add($"left out '{VisibleText.Escape(name)}': {VisibleText.Escape(why)}");

    /// <summary>What the maker of the archive says about it, which is as hostile.</summary>
    public void Remark(string remark) => Add(VisibleText.Escape(remark));

    private void Add(string warning)
    {
        if (_warnings.Count < MostWarnings)
        {
            _warnings.Add(warning);
        }
        else
        {
            _more++;
        }
    }
}
