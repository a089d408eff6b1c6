using DebugDeck.Core.Targets;

namespace DebugDeck.Commands;

/// <summary>The addresses that a completion may offer, fetched before the library asks for them: it cannot wait.</summary>
internal sealed class AddressCandidates
{
    private IReadOnlyList<string> _words = [];

    public IEnumerable<string> Targets => _words;

    public IEnumerable<string> Paths => _words.Select(word => $"{word}:/");

    public void Set(IReadOnlyList<Target> targets, bool withNames)
    {
        var shown = targets.Where(target => !target.IsDebugContainer).ToList();
        _words = [.. shown.Select(target => target.Address.ToString()), .. withNames ? shown.Select(target => target.Name) : []];
    }
}
