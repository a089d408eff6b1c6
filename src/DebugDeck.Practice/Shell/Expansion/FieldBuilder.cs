using System.Text;

namespace DebugDeck.Practice.Shell.Expansion;

/// <summary>Collects the fields that a word expands to, each as text and as the pattern for file names.</summary>
internal sealed class FieldBuilder(string separators)
{
    private readonly List<Field> _fields = [];
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _pattern = new();
    private bool _hasField;
    private bool _wasSeparated;

    public IReadOnlyList<Field> Finish()
    {
        EndField();
        return _fields;
    }

    /// <summary>Text that stays as it is.</summary>
    public void AddQuoted(string text)
    {
        _hasField = true;
        _wasSeparated = false;
        _text.Append(text);
        _pattern.Append(GlobPattern.Escape(text));
    }

    /// <summary>Text of the script itself: it may hold wildcards, but is not split.</summary>
    public void AddLiteral(string text)
    {
        _hasField |= text.Length > 0;
        _wasSeparated = false;
        _text.Append(text);
        _pattern.Append(text);
    }

    /// <summary>The result of an expansion outside quotes: split at the separators.</summary>
    public void AddSplit(string text)
    {
        foreach (var c in text)
        {
            if (!separators.Contains(c, StringComparison.Ordinal))
            {
                AddLiteral(c.ToString());
            }
            else if (c is ' ' or '\t' or '\n')
            {
                EndField();
            }
            else
            {
                // A separator that is no blank ends a field even if the field is empty.
                _hasField |= !_wasSeparated || _fields.Count == 0;
                EndField();
                _wasSeparated = false;
            }
        }
    }

    public void EndField()
    {
        if (_hasField)
        {
            _fields.Add(new Field(_text.ToString(), _pattern.ToString()));
            _wasSeparated = true;
        }

        _text.Clear();
        _pattern.Clear();
        _hasField = false;
    }
}
