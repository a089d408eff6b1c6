using System.Runtime.CompilerServices;
using System.Text.Json;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Playbooks.Files;

/// <summary>docs/playbook-format.md and the JSON schema say what the program does.</summary>
public sealed class PlaybookFormatPageTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "..", ".."));

    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "playbook-format.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_pages_example_runs_and_says_what_the_page_says()
    {
        var playbook = TestPlaybook.Of(Between("```yaml\n", "\n```"));
        var evidence = new CaseBuilder().Absent("/config/flags.yaml").Log("no flags for shop-eu").Build();

        var report = RunRules.Judge(new RunSubject(playbook, "docker://web", "docker", new Dictionary<string, string>()), evidence, RunTimes.None);

        var finding = Assert.Single(report.Steps[0].Findings);
        Assert.Equal("shop-eu", Assert.Single(report.Inputs).Value);
        Assert.Contains($"problem: {finding.Title}", Page, StringComparison.Ordinal);
        Assert.Contains($"({finding.Rule})", Page, StringComparison.Ordinal);
        Assert.Contains($"| file /config/flags.yaml: {finding.Evidence[0].Detail}", Page, StringComparison.Ordinal);
        Assert.Contains(finding.Fixes[0].Text, Page, StringComparison.Ordinal);
        Assert.Equal(StepStatus.Skipped, report.Steps[1].Status);
    }

    [Theory]
    [InlineData("", nameof(PlaybookReader))]
    [InlineData("symptom", nameof(SymptomReader))]
    [InlineData("input", nameof(InputReader))]
    [InlineData("step", nameof(StepReader))]
    [InlineData("finding", "finding")]
    [InlineData("fix", "fix")]
    [InlineData("probe", nameof(ProbeReader))]
    [InlineData("expect", "expect")]
    public void The_schema_has_the_keys_that_the_program_reads(string definition, string reader)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Root, "playbooks", "playbook.schema.json")));
        var part = definition.Length == 0 ? schema.RootElement : schema.RootElement.GetProperty("$defs").GetProperty(definition);
        IEnumerable<string> known = reader switch
        {
            nameof(PlaybookReader) => PlaybookReader.Keys,
            nameof(SymptomReader) => SymptomReader.Keys,
            nameof(InputReader) => InputReader.Keys,
            nameof(StepReader) => StepReader.Keys,
            nameof(ProbeReader) => ProbeReader.Keys,
            "finding" => StepReader.FindingKeys,
            "fix" => StepReader.FixKeys,
            _ => ProbeReader.ExpectKeys,
        };

        Assert.Equal(known.Order(), part.GetProperty("properties").EnumerateObject().Select(property => property.Name).Order());
    }

    private static string Between(string start, string end)
    {
        var from = Page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return Page[from..Page.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
