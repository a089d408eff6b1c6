using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Selectors;

/// <summary>A field selector: <c>status.phase!=Running,spec.nodeName=n1</c>. Only the fields that the kind declares can be used.</summary>
internal sealed class FieldSelector
{
    private readonly List<(int Field, string Value, bool Equal)> _terms = [];

    public bool IsEmpty => _terms.Count == 0;

    /// <summary>Places of the two fields that every kind has.</summary>
    private const int Name = -1;
    private const int Namespace = -2;

    public static FieldSelector Parse(ResourceKind kind, string? text)
    {
        var selector = new FieldSelector();
        foreach (var term in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var split = term.IndexOf('=', StringComparison.Ordinal);
            if (split <= 0)
                throw ApiException.BadRequest($"invalid selector: '{text}'; can't understand '{term}'");
            var equal = term[split - 1] != '!';
            var field = term[..(equal ? split : split - 1)];
            selector._terms.Add((IndexOf(kind, field), term[(split + 1)..].TrimStart('='), equal));
        }

        return selector;
    }

    public bool Matches(StoredObject value)
    {
        foreach (var (field, wanted, equal) in _terms)
        {
            var actual = field switch
            {
                Name => value.Name,
                Namespace => value.Namespace ?? "",
                _ => value.Fields[field],
            };
            if (actual == wanted != equal)
                return false;
        }

        return true;
    }

    private static int IndexOf(ResourceKind kind, string field)
    {
        switch (field)
        {
            case "metadata.name":
                return Name;
            case "metadata.namespace" when kind.Namespaced:
                return Namespace;
        }

        for (var i = 0; i < kind.SelectableFields.Count; i++)
        {
            if (kind.SelectableFields[i] == field)
                return i;
        }

        var what = $"{kind.ApiVersion}, Resource={kind.Plural}";
        throw ApiException.BadRequest(
            $"Unable to find \"{what}\" that match label selector \"\", field selector \"{field}\": field label not supported: {field}");
    }
}
