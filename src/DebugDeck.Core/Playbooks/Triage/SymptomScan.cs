using System.Text.RegularExpressions;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Playbooks.Triage;

/// <summary>Finds the symptoms of playbooks in the log, state and events of a case. Pure.</summary>
public static class SymptomScan
{
    // So many values of one group are looked at; a list of more helps nobody.
    private const int MostValues = 8;

    /// <summary>What was found, the most telling first: by how often, then by how lately.</summary>
    public static IReadOnlyList<SymptomMatch> Scan(IEnumerable<Playbook> playbooks, CaseEvidence evidence)
    {
        var texts = SymptomTexts.Of(evidence).ToList();
        return
        [
            .. playbooks.SelectMany(playbook => Look(playbook, texts))
                .OrderByDescending(match => match.Count)
                .ThenByDescending(match => match.Last)
                .ThenBy(match => match.Playbook, StringComparer.Ordinal)
                .ThenBy(match => match.Symptom.Id, StringComparer.Ordinal),
        ];
    }

    // A text belongs to the first symptom of a playbook that knows it: the particular ones stand before the general.
    private static IEnumerable<SymptomMatch> Look(Playbook playbook, List<SymptomText> texts)
    {
        var left = texts;
        foreach (var symptom in playbook.Symptoms)
        {
            var found = new HashSet<SymptomText>(ReferenceEqualityComparer.Instance);
            if (Look(playbook, symptom, left, found) is { } match)
            {
                left = [.. left.Where(text => !found.Contains(text))];
                yield return match;
            }
        }
    }

    private static SymptomMatch? Look(Playbook playbook, Symptom symptom, List<SymptomText> texts, HashSet<SymptomText> taken)
    {
        var found = new List<SymptomText>();
        var groups = new SortedDictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var text in texts.Where(text => symptom.Places.HasFlag(text.Place)))
        {
            if (symptom.Patterns.Select(pattern => pattern.Match(text.Text)).FirstOrDefault(match => match.Success) is { } match)
            {
                found.Add(text);
                taken.Add(text);
                Note(match, groups);
            }
        }

        return found.Count == 0 ? null : new SymptomMatch
        {
            Playbook = playbook.Name,
            Symptom = symptom,
            Place = found[^1].Name,
            Count = found.Sum(text => text.Count),
            First = found.Min(text => text.At),
            Last = found.Max(text => text.At),
            Example = found[^1].Text,
            Groups = groups.ToDictionary(group => group.Key, IReadOnlyList<string> (group) =>
                [.. group.Value.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal).Select(value => value.Key).Take(MostValues)]),
        };
    }

    private static void Note(Match match, SortedDictionary<string, Dictionary<string, int>> groups)
    {
        foreach (var group in match.Groups.Cast<Group>().Where(group => group.Success && group.Length > 0 && !char.IsAsciiDigit(group.Name[0])))
        {
            var values = groups.TryGetValue(group.Name, out var known) ? known : groups[group.Name] = new Dictionary<string, int>(StringComparer.Ordinal);
            values[group.Value] = values.GetValueOrDefault(group.Value) + 1;
        }
    }
}
