using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace DebugDeck.Practice.Worlds.Reading;

/// <summary>A mapping of a world file. What is asked for is checked; a key that nobody asks for is a mistake.</summary>
internal sealed class YamlMap
{
    private readonly string _file;
    private readonly YamlMappingNode _node;
    private readonly HashSet<string> _known = [];

    public YamlMap(string file, YamlNode node)
    {
        _file = file;
        _node = node as YamlMappingNode ?? throw Error(node, "a mapping is needed here");
    }

    public IEnumerable<(string Key, YamlNode Value)> Entries
    {
        get
        {
            foreach (var (key, value) in _node.Children)
            {
                var name = Scalar(key);
                _known.Add(name);
                yield return (name, value);
            }
        }
    }

    public YamlNode? Find(string key)
    {
        _known.Add(key);
        return _node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    public YamlNode Demand(string key) => Find(key) ?? throw Error(_node, $"'{key}' is missing");

    public string? Text(string key) => Find(key) is { } node ? Scalar(node) : null;

    public string DemandText(string key) => Scalar(Demand(key));

    public bool Flag(string key) => Find(key) is { } node && Scalar(node) switch
    {
        "true" => true,
        "false" => false,
        _ => throw Error(node, $"'{key}' is true or false"),
    };

    public int Number(string key, int otherwise) => Find(key) is not { } node ? otherwise
        : int.TryParse(Scalar(node), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw Error(node, $"'{key}' is a whole number");

    /// <summary>A time such as <c>500ms</c>, <c>5s</c>, <c>2m</c> or <c>1h</c>.</summary>
    public TimeSpan? Duration(string key)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        var text = Scalar(node);
        var digits = text.TrimEnd('m', 's', 'h', 'd');
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            throw Error(node, $"'{key}' is a time such as 5s or 2m");
        }

        return text[digits.Length..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            "d" => TimeSpan.FromDays(number),
            _ => throw Error(node, $"'{key}' is a time such as 5s or 2m"),
        };
    }

    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.Select(Scalar)],
        { } other => [Scalar(other)],
    };

    public YamlMap? Map(string key) => Find(key) is { } node ? new YamlMap(_file, node) : null;

    public IEnumerable<YamlMap> Maps(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children.Select(node => new YamlMap(_file, node)),
        { } other => throw Error(other, $"'{key}' is a list"),
    };

    public YamlMap Child(YamlNode node) => new(_file, node);

    public IReadOnlyDictionary<string, string> Dictionary(string key) =>
        Map(key)?.Entries.ToDictionary(entry => entry.Key, entry => Scalar(entry.Value)) ?? [];

    /// <summary>Every key must have been asked for by now.</summary>
    public void Finish()
    {
        foreach (var key in _node.Children.Keys)
        {
            if (!_known.Contains(Scalar(key)))
            {
                throw Error(key, $"'{Scalar(key)}' is not known here; known are {string.Join(", ", _known.Order(StringComparer.Ordinal))}");
            }
        }
    }

    public WorldFileException Error(YamlNode? at, string problem) =>
        new(_file, (at ?? _node).Start.Line, (at ?? _node).Start.Column, problem);

    private string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? throw Error(node, "a plain value is needed here");
}
