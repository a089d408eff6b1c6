using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Playbooks;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Core.Playbooks.Probes;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Playbooks.Files;

public sealed class PlaybookReaderTests
{
    private const string Good = """
        version: 1
        name: greeting
        title: The greeting
        summary: Says whether the greeting is there.
        symptoms:
          - {id: silent, title: Nobody greets, matches: 'no greeting for (?<who>\w+)'}
        inputs:
          - {name: who, title: Whom to greet, from: [symptom:who, 'env:GREET_*'], default: world}
        steps:
          - id: file
            title: The greeting is there
            why: Without it nobody is greeted.
            probe: {file: "/etc/greeting"}
            expect: {exists: true, contains: "{{who}}", matches: '^hello'}
            finding: {title: "Nobody greets {{who}}", explanation: Because., severity: warning, links: [https://example.com]}
            fixes:
              - {kind: lasting, title: Greet, language: dockerfile, text: "RUN echo hello {{who}} > /etc/greeting"}
        """;

    [Fact]
    public void A_playbook_is_read_with_everything_in_it()
    {
        var reading = PlaybookReader.Read(Good, "greeting.yaml");

        Assert.Empty(reading.Problems);
        var playbook = reading.Playbook!;
        var step = Assert.Single(playbook.Steps);
        var check = Assert.IsType<ProbeCheck>(step.Check);
        Assert.Equal(("greeting", "The greeting", "greeting.yaml"), (playbook.Name, playbook.Title, playbook.Origin));
        Assert.Equal(SymptomPlaces.Log, Assert.Single(playbook.Symptoms).Places);
        Assert.Equal([InputSourceKind.Symptom, InputSourceKind.Environment], Assert.Single(playbook.Inputs).Sources.Select(source => source.Kind));
        Assert.Equal(new FileProbe("/etc/greeting"), check.Probe);
        Assert.Equal((Severity.Warning, "greeting.file"), (check.Verdict.Severity, check.Name));
        Assert.Equal(FixKind.Lasting, Assert.Single(step.Fixes).Fix.Kind);
    }

    [Fact]
    public void All_that_is_wrong_is_named_with_its_place_and_what_was_meant()
    {
        var reading = PlaybookReader.Read(
            """
            version: 1
            name: Bad Name
            titel: The greeting
            summary: []
            symptoms:
              - {id: a, title: A, matches: '(?=ahead)'}
              - {id: a, title: A, matches: '(unclosed', in: [logs]}
            inputs:
              - {name: who, title: Whom, from: [symptoms:who, env], list: often}
            steps:
              - id: one
                title: One
                check: dns.resolvr
                expect: {exists: true}
              - id: two
                title: Two
                probe: {file: relative/path}
                expect: {exists: perhaps, exitCode: 0}
                finding: {title: No, severity: fatal}
                when: step.three == ok
              - id: three
                title: Three
                probe: {exec: "nc -z {{host}} 80"}
                expect: {}
              - id: four
                title: Four
                probe: {env: A, file: /b}
                expect: {equals: x}
                finding: {title: "{{whoo}}"}
                fixes: [{kind: someday, title: T, language: sh, text: x}]
              - {id: five, title: Five}
            """,
            "bad.yaml");

        Assert.Null(reading.Playbook);
        Golden.Matches("bad-playbook", string.Join('\n', reading.Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Message}")));
    }

    [Theory]
    [InlineData("", "1:1 the file holds no playbook: a mapping with version, name, title and steps")]
    [InlineData("- a\n- b", "1:1 the file holds no playbook: a mapping with version, name, title and steps")]
    [InlineData("name: x", "1:1 'version' is missing: version: 1")]
    [InlineData("version: 2\nfuture: key", "1:10 the file is written in version 2 of the format, and this program reads version 1")]
    [InlineData("version: 1\n---\nversion: 1", "1:1 the file holds more than one document")]
    public void What_is_no_playbook_is_refused_in_one_sentence(string text, string problem) =>
        Assert.Contains(problem, PlaybookReader.Read(text, "x.yaml").Problems.Select(found => $"{found.Line}:{found.Column} {found.Message}"));

    [Fact]
    public void Broken_YAML_is_named_with_its_line()
    {
        var problem = Assert.Single(PlaybookReader.Read("version: 1\nname: [unclosed\ntitle: x\n", "x.yaml").Problems);

        Assert.StartsWith("this is no YAML", problem.Message, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 2, 4);
    }

    [Fact]
    public void Our_own_playbooks_are_good() =>
        Assert.Empty(PlaybookLibrary.Builtin.Bad.SelectMany(bad => bad.Problems.Select(problem => $"{bad.Origin}:{problem.Line}:{problem.Column} {problem.Message}")));

    [Fact]
    public void A_bad_file_does_not_stop_the_rest_and_a_later_one_takes_the_place_of_an_earlier()
    {
        var library = PlaybookLibrary.Of(
        [
            PlaybookReader.Read(Good, "first.yaml"),
            PlaybookReader.Read("nonsense", "bad.yaml"),
            PlaybookReader.Read(Good.Replace("title: The greeting", "title: Ours", StringComparison.Ordinal), "second.yaml"),
        ]);

        Assert.Equal("second.yaml", Assert.Single(library.Playbooks).Origin);
        Assert.Equal("bad.yaml", Assert.Single(library.Bad).Origin);
    }
}
