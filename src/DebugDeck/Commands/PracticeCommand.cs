using System.CommandLine;
using DebugDeck.Practice.Server;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck practice</c> and <c>practice serve</c>: the practice cluster, for learning and trying without any infrastructure.</summary>
internal static class PracticeCommand
{
    private const string Everything = "admin";

    public static DeckCommand Define(CommandScope scope)
    {
        var serve = Serving(scope, "serve", "Serve the practice cluster in the foreground, for kubectl", [], (context, options, _, token) => PracticeServing.RunAsync(context, options, token));
        var user = new Option<string>("--user") { Description = "As whom: admin (the default), developer, readonly, execonly", HelpName = "NAME" };
        var practice = Serving(
            scope,
            "practice",
            "A small Kubernetes cluster with broken workloads, on this machine alone, to practise on",
            [user],
            (context, options, parsed, token) => PracticeScreens.RunAsync(context, options, parsed.GetValue(user) ?? Everything, token));
        practice.Add(serve);
        return practice;
    }

    private static DeckCommand Serving(
        CommandScope scope,
        string name,
        string description,
        IReadOnlyList<Option> more,
        Func<CommandContext, PracticeOptions, ParseResult, CancellationToken, Task<int>> run)
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
            Examples = name == "serve"
                ? ["debugdeck practice serve", "debugdeck practice serve --pods 10000 --changes 50"]
                : ["debugdeck practice", "debugdeck practice --user developer", "debugdeck practice serve"],
            Details = name == "serve"
                ? "It listens on loopback only, prints the kubeconfig of each of its users, and leaves nothing behind when it ends.\nWith --verbose every request is shown."
                : "Opens the screens on the cluster, all its namespaces. It listens on loopback only, and leaves nothing behind when the screens are left.",
        };
        command.Take([.. more, world, pods, changes, port]);
        return scope.Run(
            command,
            parsed => (Parsed: parsed, Options: new PracticeOptions
            {
                WorldFile = parsed.GetValue(world),
                GeneratedPods = parsed.GetValue(pods),
                ChangesPerSecond = parsed.GetValue(changes),
                Port = parsed.GetValue(port),
            }),
            (context, both, token) => run(context, both.Options, both.Parsed, token));
    }

    private static void Within(System.CommandLine.Parsing.OptionResult result, bool isWithin, string message)
    {
        if (!isWithin)
        {
            result.AddError(message);
        }
    }
}
