namespace DebugDeck.Practice.Commands;

/// <summary><c>env</c> and <c>printenv</c>.</summary>
internal sealed class EnvCommand : ICommand
{
    public IReadOnlyList<string> Names => ["env", "printenv"];

    public async ValueTask<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Name == "printenv" && context.Arguments.Count > 0)
        {
            var missing = 0;
            foreach (var name in context.Arguments)
            {
                missing |= context.Environment.TryGetValue(name, out var value) ? 0 : 1;
                await context.PrintAsync(value is null ? "" : value + "\n", cancellationToken);
            }

            return missing;
        }

        var options = Options.Parse(context.Arguments, "+iu:0", "ignore-environment", "unset=");
        var environment = options.Has('i') || options.Has("ignore-environment") ? [] : context.Environment.ToDictionary();
        environment.Remove(options.Value('u') ?? options.Value("unset") ?? "");
        var command = options.Operands.SkipWhile(operand => operand.IndexOf('=') > 0).ToList();
        foreach (var assignment in options.Operands.Take(options.Operands.Count - command.Count))
        {
            var equals = assignment.IndexOf('=');
            environment[assignment[..equals]] = assignment[(equals + 1)..];
        }

        if (command.Count == 0)
        {
            await context.PrintAsync(string.Concat(environment.Select(entry => $"{entry.Key}={entry.Value}{(options.Has('0') ? '\0' : '\n')}")), cancellationToken);
            return 0;
        }

        return await ProgramLauncher.RunAsync(
            context.Process,
            new ProgramStart(command, environment, context.Streams, environment.GetValueOrDefault("PATH")),
            cancellationToken);
    }
}
