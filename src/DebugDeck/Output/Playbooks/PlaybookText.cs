using System.Text;
using DebugDeck.Core.Playbooks;
using DebugDeck.Core.Text;

namespace DebugDeck.Output.Playbooks;

/// <summary>A playbook to be read by a person: what it looks at and why.</summary>
internal sealed class PlaybookText(Palette palette, int? columns)
{
    public string Render(Playbook playbook)
    {
        var text = new StringBuilder();
        text.Append(palette.Paint(VisibleText.Escape($"{playbook.Name}: {playbook.Title}"), Ink.Heading)).Append(palette.Paint($"  {VisibleText.Escape(playbook.Origin)}", Ink.Quiet)).Append('\n')
            .Append(WordWrap.Paragraph(playbook.Summary.ReplaceLineEndings(" "), "", columns));
        Section("Symptoms", playbook.Symptoms.Count);
        foreach (var symptom in playbook.Symptoms)
        {
            text.Append(WordWrap.Paragraph(symptom.Title, "  ", columns));
        }

        Section("Inputs", playbook.Inputs.Count);
        foreach (var input in playbook.Inputs)
        {
            var more = $"{(input.IsRequired ? ", required" : "")}{(input.IsList ? ", a list" : "")}{(input.Default is { } value ? $", {value} unless given" : "")}";
            text.Append(WordWrap.Paragraph($"{input.Name}: {input.Title}{more}", "  ", columns));
        }

        Section("Steps", playbook.Steps.Count);
        foreach (var step in playbook.Steps)
        {
            text.Append(WordWrap.Paragraph($"{step.Title} ({step.Id}: {step.Looks}){(step.When is null ? "" : ", only if an earlier step asks for it")}", "  ", columns));
            if (step.Why.Length > 0)
            {
                text.Append(WordWrap.Paragraph(step.Why.ReplaceLineEndings(" "), "    ", columns));
            }
        }

        Section("More to read", playbook.Links.Count);
        foreach (var link in playbook.Links)
        {
            text.Append(WordWrap.Paragraph(link, "  ", columns: null));
        }

        return text.ToString();

        void Section(string name, int count) => text.Append(count > 0 ? $"\n{palette.Paint(name, Ink.Heading)}\n" : "");
    }
}
