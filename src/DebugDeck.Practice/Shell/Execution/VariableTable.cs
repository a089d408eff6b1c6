namespace DebugDeck.Practice.Shell.Execution;

/// <summary>The variables of a shell.</summary>
internal sealed class VariableTable
{
    private readonly SortedDictionary<string, string?> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _exported = [];
    private readonly HashSet<string> _readOnly = [];

    public VariableTable(IReadOnlyDictionary<string, string> environment)
    {
        foreach (var (name, value) in environment)
        {
            _values[name] = value;
            _exported.Add(name);
        }
    }

    private VariableTable(VariableTable other)
    {
        _values = new(other._values, StringComparer.Ordinal);
        _exported = [.. other._exported];
        _readOnly = [.. other._readOnly];
    }

    public string? this[string name] => _values.GetValueOrDefault(name);

    public IReadOnlyList<KeyValuePair<string, string?>> All => [.. _values];

    public void Set(string name, string value)
    {
        if (_readOnly.Contains(name))
        {
            throw new ShellErrorException($"{name}: is read only");
        }

        _values[name] = value;
    }

    public void Unset(string name)
    {
        _values.Remove(name);
        _exported.Remove(name);
    }

    public void Export(string name)
    {
        _exported.Add(name);
        _values.TryAdd(name, null);
    }

    public bool IsExported(string name) => _exported.Contains(name);

    public void MakeReadOnly(string name) => _readOnly.Add(name);

    /// <summary>What a program gets.</summary>
    public Dictionary<string, string> Environment() =>
        _values.Where(entry => entry.Value is not null && _exported.Contains(entry.Key)).ToDictionary(entry => entry.Key, entry => entry.Value!);

    public VariableTable Clone() => new(this);
}
