using DebugDeck.Core.Playbooks;
using DebugDeck.Core.Playbooks.Files;
using Xunit;

namespace DebugDeck.TestKit;

/// <summary>Playbooks of tests, written as their users write them.</summary>
public static class TestPlaybook
{
    /// <summary>Looks at a file, and at the network beside the target where the file is there.</summary>
    public const string Greeting = """
        version: 1
        name: greeting
        title: The greeting
        summary: Says whether the greeting is there.
        symptoms:
          - {id: silent, title: Nobody greets, matches: 'no greeting for (?<who>\w+)'}
        inputs:
          - {name: who, title: Whom to greet, from: [symptom:who], default: world}
        steps:
          - id: file
            title: The greeting is there
            why: Without it nobody is greeted.
            probe: {file: /etc/greeting}
            expect: {contains: "{{who}}"}
            finding: {title: "Nobody greets {{who}}", explanation: The file does not speak of them.}
            fixes:
              - {kind: lasting, title: Greet them, language: dockerfile, text: "RUN echo hello {{who}} > /etc/greeting"}
          - id: port
            title: The greeter answers
            why: A greeting is sent over the network.
            probe: {exec: [nc, -z, localhost, "80"]}
            expect: {exitCode: 0}
            finding: {title: The greeter does not answer, severity: warning}
          - id: after
            title: All is set
            when: step.port == ok
            probe: {spec: target.name}
            expect: {exists: true}
            finding: {title: It has no name}
        """;

    /// <summary>Reads one that must be good.</summary>
    public static Playbook Of(string yaml)
    {
        var reading = PlaybookReader.Read(yaml, "test.yaml");
        Assert.Empty(reading.Problems);
        return reading.Playbook!;
    }
}
