using System.Globalization;
using DebugDeck.Core.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DebugDeck.Core.Playbooks.Files;

/// <summary>A mapping of a playbook file. Reading it reports what is wrong, with its place, and goes on.</summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);
    private readonly Mark _start;
    private readonly ICollection<PlaybookProblem> _problems;

    /// <param name="node">The mapping.</param>
    /// <param name="known">Its keys; any other is a problem.</param>
    /// <param name="problems">Hears what is wrong.</param>
    public YamlMap(YamlMappingNode node, IReadOnlyCollection<string> known, ICollection<PlaybookProblem> problems)
    {
        _start = node.Start;
        _problems = problems;
        foreach (var (key, value) in node.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!known.Contains(name))
            {
                var near = NearestWord.Of(name, known);
                Report(key.Start, $"unknown key '{name}'{(near is null ? $"; known here: {string.Join(", ", known)}" : $" (did you mean '{near}'?)")}");
            }

            _values[name] = value;
        }
    }

    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>The node behind a key; null if there is none.</summary>
    public YamlNode? Node(string key) => _values.GetValueOrDefault(key);

    /// <summary>The text; null if there is none.</summary>
    public string? Text(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalarNode scalar:
                return scalar.Value ?? "";
            case var other:
                Report(other.Start, $"'{key}' should be a text");
                return null;
        }
    }

    /// <summary>The text; a problem and empty if there is none.</summary>
    public string Required(string key)
    {
        var text = Text(key);
        if (string.IsNullOrWhiteSpace(text) && !(Node(key) is not (null or YamlScalarNode)))
        {
            Report(Node(key)?.Start ?? _start, Has(key) ? $"'{key}' is empty" : $"'{key}' is missing");
        }

        return text ?? "";
    }

    public bool? Flag(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (bool.TryParse(text, out var flag))
        {
            return flag;
        }

        Report(key, $"'{key}' should be true or false");
        return null;
    }

    public int? Number(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Report(key, $"'{key}' should be a number");
        return null;
    }

    /// <summary>A list of texts; a single text is a list of one.</summary>
    public IReadOnlyList<(string Text, Mark At)> Texts(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlScalarNode scalar:
                return [(scalar.Value ?? "", scalar.Start)];
            case YamlSequenceNode list:
                list.Where(item => item is not YamlScalarNode).ToList().ForEach(item => Report(item.Start, $"an entry of '{key}' should be a text"));
                return [.. list.OfType<YamlScalarNode>().Select(item => (item.Value ?? "", item.Start))];
            case var other:
                Report(other.Start, $"'{key}' should be a text or a list of texts");
                return [];
        }
    }

    /// <summary>The mapping behind a key; null if there is none.</summary>
    public YamlMap? Map(string key, params string[] known)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlMappingNode mapping:
                return new YamlMap(mapping, known, _problems);
            case var other:
                Report(other.Start, $"'{key}' should be a mapping with {string.Join(", ", known)}");
                return null;
        }
    }

    /// <summary>A list of mappings.</summary>
    public IReadOnlyList<YamlMap> Maps(string key, params string[] known)
    {
        if (Node(key) is not YamlSequenceNode list)
        {
            if (Node(key) is { } other)
            {
                Report(other.Start, $"'{key}' should be a list");
            }

            return [];
        }

        list.Where(item => item is not YamlMappingNode).ToList().ForEach(item => Report(item.Start, $"an entry of '{key}' should be a mapping with {string.Join(", ", known)}"));
        return [.. list.OfType<YamlMappingNode>().Select(item => new YamlMap(item, known, _problems))];
    }

    /// <summary>Reports at a key, or at the mapping where it has none.</summary>
    public void Report(string key, string message) => Report(Node(key)?.Start ?? _start, message);

    public void Report(Mark at, string message) => _problems.Add(new PlaybookProblem(at.Line, at.Column, message));
}
