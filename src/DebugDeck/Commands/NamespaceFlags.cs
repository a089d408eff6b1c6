using System.CommandLine;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Commands;

/// <summary>Which part of a cluster is meant: <c>-n</c>, <c>-A</c> and <c>-c</c>, as kubectl has them.</summary>
internal sealed class NamespaceFlags
{
    private readonly Option<string[]> _names = new("--namespace", "-n")
    {
        Description = "Only these Kubernetes namespaces or Compose projects (a,b or several times), instead of the context's namespace",
        HelpName = "NAME",
        Recursive = true,
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<bool> _all = new("--all-namespaces", "-A") { Description = "Every namespace", Recursive = true };

    private readonly Option<string> _container = new("--container", "-c")
    {
        Description = "The container of the pod that ADDRESS names",
        HelpName = "NAME",
        Recursive = true,
    };

    public NamespaceFlags() => _all.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<bool>() && result.GetResult(_names) is not null)
        {
            result.AddError("-A and -n exclude each other");
        }
    });

    public Option Names => _names;

    public void AddTo(Command root, AddressCandidates candidates)
    {
        _names.CompletionSources.Add(_ => candidates.Namespaces);
        root.Add(_names);
        root.Add(_all);
        root.Add(_container);
    }

    /// <summary>The namespaces that are named; null if nothing is said.</summary>
    public NamespaceScope? Read(ParseResult parsed)
    {
        string[] names = [.. (parsed.GetValue(_names) ?? []).SelectMany(text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
        return parsed.GetValue(_all) ? NamespaceScope.All : names.Length > 0 ? NamespaceScope.Of(names) : null;
    }

    public string? ReadContainer(ParseResult parsed) => parsed.GetValue(_container);
}
