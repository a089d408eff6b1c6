using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands.Playbooks;

public sealed class TriageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("debugdeck-triage").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public async Task A_first_look_names_symptoms_and_the_command_to_run_next(string format)
    {
        var file = Path.Combine(_folder, "greeting.yaml");
        await File.WriteAllTextAsync(file, TestPlaybook.Greeting, TestContext.Current.CancellationToken);

        var result = await new CommandBench(RunTests.Shop("hello")).RunAsync("triage", "shop-api", "--playbook", file, "-o", format);

        Golden.Matches($"triage-{format}", result.Transcript.Replace(_folder, "FOLDER", StringComparison.Ordinal));
    }
}
