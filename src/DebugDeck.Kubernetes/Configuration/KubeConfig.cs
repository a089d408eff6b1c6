using DebugDeck.Core.Errors;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DebugDeck.Kubernetes.Configuration;

/// <summary>
/// The kubeconfig files merged as kubectl merges them: the first file to name an entry wins, names differ by case,
/// and every entry remembers its file.
/// </summary>
public sealed class KubeConfig
{
    private readonly Dictionary<string, KubeConfigNode> _clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KubeConfigNode> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KubeConfigNode> _contexts = new(StringComparer.Ordinal);
    private readonly List<string> _files = [];
    private readonly List<string> _warnings = [];

    private KubeConfig()
    {
    }

    /// <summary>Empty if no file sets one.</summary>
    public string CurrentContext { get; private set; } = "";

    /// <summary>The files that were there and were read.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>What was passed over, one sentence each.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public IReadOnlyCollection<string> Contexts => _contexts.Keys;

    /// <exception cref="DebugDeckException">Usage: a file the user named is missing, or one is not YAML (with line and column).</exception>
    public static KubeConfig Load(KubeConfigPaths paths)
    {
        var config = new KubeConfig();
        foreach (var file in paths.Files)
        {
            if (File.Exists(file))
            {
                config.Add(file);
            }
            else if (paths.MustExist)
            {
                throw new DebugDeckException(ErrorKind.Usage, $"kubeconfig {file} does not exist");
            }
            else
            {
                config._warnings.Add($"kubeconfig {file} does not exist");
            }
        }

        return config;
    }

    internal KubeConfigNode? Cluster(string name) => _clusters.GetValueOrDefault(name);

    internal KubeConfigNode? User(string name) => _users.GetValueOrDefault(name);

    internal KubeConfigNode? Context(string name) => _contexts.GetValueOrDefault(name);

    private void Add(string file)
    {
        if (Read(file) is not { } root)
        {
            return;
        }

        _files.Add(file);
        if (CurrentContext.Length == 0)
        {
            CurrentContext = root.Text("current-context") ?? "";
        }

        Merge(root, "clusters", "cluster", _clusters);
        Merge(root, "users", "user", _users);
        Merge(root, "contexts", "context", _contexts);
    }

    private static void Merge(KubeConfigNode root, string list, string inner, Dictionary<string, KubeConfigNode> entries)
    {
        foreach (var item in root.Nodes(list))
        {
            if (item.Text("name") is { } name && item.Node(inner) is { } entry)
            {
                entries.TryAdd(name, entry);
            }
        }
    }

    private static KubeConfigNode? Read(string file)
    {
        try
        {
            using var reader = new StreamReader(file);
            var yaml = new YamlStream();
            yaml.Load(reader);
            return yaml.Documents.Count > 0 && yaml.Documents[0].RootNode is YamlMappingNode root ? new KubeConfigNode(root, file) : null;
        }
        catch (YamlException error)
        {
            throw new DebugDeckException(ErrorKind.Usage, $"kubeconfig {file}, line {error.Start.Line}, column {error.Start.Column}: {error.Message}", inner: error);
        }
        catch (InvalidOperationException error)
        {
            // YamlDotNet 18 throws this, without a position, for an unfinished flow sequence.
            throw new DebugDeckException(ErrorKind.Usage, $"kubeconfig {file} is not YAML", inner: error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DebugDeckException(ErrorKind.Usage, $"cannot read kubeconfig {file}: {error.Message}", inner: error);
        }
    }
}
