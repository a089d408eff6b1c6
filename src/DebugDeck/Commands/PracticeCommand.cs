using System.CommandLine;
using DebugDeck.Practice.Server;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck practice</c> and <c>practice serve</c>: the practice cluster, for learning and trying without any infrastructure.</summary>
internal static class PracticeCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var serve = Serving(scope, "serve", "Serve the practice cluster in the foreground, for kubectl", PracticeServing.RunAsync);
        var practice = Serving(scope, "practice", "A small Kubernetes cluster with broken workloads, on this machine alone, to practise on", async (context, options, token) =>
        {
            context.Note("The screens show Docker and Podman so far, not Kubernetes: the cluster is served for kubectl instead.");
            return await PracticeServing.RunAsync(context, options, token);
        });
        practice.Add(serve);
        return practice;
    }

    private static DeckCommand Serving(
        CommandScope scope, string name, string description, Func<CommandContext, PracticeOptions, CancellationToken, Task<int>> run)
    {
        var world = new Option<string>("--world") { Description = "The YAML file of another world than the one that is built in", HelpName = "FILE" };
        var pods = new Option<int>("--pods") { Description = "Generate this many pods besides", HelpName = "N" };
        var changes = new Option<double>("--changes") { Description = "How many of the generated pods change per second", HelpName = "RATE" };
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; any free one if not given", HelpName = "P" };
        pods.Validators.Add(result => Within(result, result.GetValueOrDefault<int>() is >= 0 and <= 200_000, "--pods takes a number from 0 to 200000"));
        changes.Validators.Add(result => Within(result, result.GetValueOrDefault<double>() is >= 0 and <= 100_000, "--changes takes a number from 0 to 100000"));
        port.Validators.Add(result => Within(result, result.GetValueOrDefault<int>() is >= 0 and <= 65_535, "--port takes a number from 0 to 65535"));
        var command = new DeckCommand(name, description)
        {
            Examples = ["debugdeck practice serve", "debugdeck practice serve --pods 10000 --changes 50"],
            Details = "It listens on loopback only, prints the kubeconfig of each of its users, and leaves nothing behind when it ends.\nWith --verbose every request is shown.",
        };
        command.Take(world, pods, changes, port);
        return scope.Run(
            command,
            parsed => new PracticeOptions
            {
                WorldFile = parsed.GetValue(world),
                GeneratedPods = parsed.GetValue(pods),
                ChangesPerSecond = parsed.GetValue(changes),
                Port = parsed.GetValue(port),
            },
            run);
    }

    private static void Within(System.CommandLine.Parsing.OptionResult result, bool isWithin, string message)
    {
        if (!isWithin)
        {
            result.AddError(message);
        }
    }
}
