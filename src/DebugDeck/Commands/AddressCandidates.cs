using DebugDeck.Core.Targets;

namespace DebugDeck.Commands;

/// <summary>The addresses, namespaces and contexts that a completion may offer, fetched before the library asks for them: it cannot wait.</summary>
internal sealed class AddressCandidates
{
    private IReadOnlyList<string> _words = [];

    public IEnumerable<string> Targets => _words;

    public IEnumerable<string> Paths => _words.Select(word => $"{word}:/");

    public IReadOnlyList<string> Namespaces { get; set; } = [];

    public IReadOnlyList<string> Contexts { get; set; } = [];

    public void Set(IReadOnlyList<Target> targets, bool withNames)
    {
        var shown = targets.Where(target => !target.IsDebugContainer).ToList();
        var containers = shown.Where(target => target.Role == ContainerRole.Main).CountBy(target => (target.Host, target.Project, target.Name)).ToDictionary();
        _words =
        [
            .. shown.Select(target => IsOnly(target) ? (target.Address with { Container = null }).ToString() : target.Address.ToString()),
            .. withNames ? shown.Select(target => target.Name) : [],
        ];

        // A pod of one container needs no more than its name.
        bool IsOnly(Target target) => target.Role == ContainerRole.Main && containers[(target.Host, target.Project, target.Name)] == 1;
    }
}
