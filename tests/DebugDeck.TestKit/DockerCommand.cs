using CliWrap;
using CliWrap.Buffered;
using Xunit;

namespace DebugDeck.TestKit;

/// <summary>The docker client, as a user would run it.</summary>
internal static class DockerCommand
{
    /// <summary>Runs it against <paramref name="endpoint"/> and returns what it prints; throws if it fails.</summary>
    public static async Task<string> RunAsync(string endpoint, IReadOnlyList<string> arguments)
    {
        var result = await Cli.Wrap("docker")
            .WithArguments(arguments)
            .WithEnvironmentVariables(variables => variables.Set("DOCKER_HOST", endpoint))
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(TestContext.Current.CancellationToken);
        return result.ExitCode == 0
            ? result.StandardOutput.TrimEnd('\n')
            : throw new InvalidOperationException($"docker {string.Join(' ', arguments)} ended with {result.ExitCode}: {result.StandardError}");
    }
}
