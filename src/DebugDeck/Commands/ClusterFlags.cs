using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DebugDeck.Core.Text;

namespace DebugDeck.Commands;

/// <summary>Which cluster, as whom, and how patiently: as kubectl has it.</summary>
internal sealed class ClusterFlags
{
    private readonly Option<string[]> _contexts = new("--context")
    {
        Description = "The kubeconfig's context; several times for several clusters at once",
        HelpName = "NAME",
        Recursive = true,
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string> _kubeConfig = new("--kubeconfig") { Description = "The kubeconfig file, instead of KUBECONFIG and ~/.kube/config", HelpName = "FILE", Recursive = true };

    private readonly Option<string> _actAs = new("--as") { Description = "Act as this user of the cluster", HelpName = "USER", Recursive = true };

    private readonly Option<string[]> _actAsGroups = new("--as-group")
    {
        Description = "Act as a member of this group; may be repeated",
        HelpName = "GROUP",
        Recursive = true,
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string> _timeout = new("--request-timeout")
    {
        Description = "How long a cluster's answer may take (5s, 1m; 0 for as long as it takes); 30s",
        HelpName = "TIME",
        Recursive = true,
    };

    public ClusterFlags() => _timeout.Validators.Add(result => Check(result));

    public Option Contexts => _contexts;

    public void AddTo(Command root, AddressCandidates candidates)
    {
        _contexts.CompletionSources.Add(_ => candidates.Contexts);
        root.Add(_contexts);
        root.Add(_kubeConfig);
        root.Add(_actAs);
        root.Add(_actAsGroups);
        root.Add(_timeout);
    }

    public GlobalOptions Read(ParseResult parsed) => new()
    {
        Contexts = parsed.GetValue(_contexts) ?? [],
        KubeConfig = parsed.GetValue(_kubeConfig),
        ActAs = parsed.GetValue(_actAs),
        ActAsGroups = parsed.GetValue(_actAsGroups) ?? [],
        RequestTimeout = parsed.GetValue(_timeout) is { } text && TryRead(text, out var span) ? span : null,
    };

    private static void Check(OptionResult result)
    {
        if (result.GetValueOrDefault<string>() is { } text && !TryRead(text, out _))
        {
            result.AddError($"--request-timeout: '{text}' is no span of time; write 5s or 1m");
        }
    }

    // As kubectl: a number alone is seconds, and 0 no limit at all.
    private static bool TryRead(string text, out TimeSpan span)
    {
        var isRead = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        if (isRead)
        {
            span = TimeSpan.FromSeconds(seconds);
        }
        else
        {
            isRead = Duration.TryParse(text, out span);
        }

        span = span == TimeSpan.Zero ? Timeout.InfiniteTimeSpan : span;
        return isRead;
    }
}
