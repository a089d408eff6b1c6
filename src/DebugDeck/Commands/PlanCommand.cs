using DebugDeck.Core.Debugging;
using DebugDeck.Core.Debugging.Planning;
using DebugDeck.Core.Targets;
using DebugDeck.Output;
using DebugDeck.Output.Documents;

namespace DebugDeck.Commands;

/// <summary><c>debugdeck plan</c>: how a debug container would be started. Creates nothing.</summary>
internal static class PlanCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var address = AddressArgument.Target(scope);
        var request = new DebugRequestFlags();
        var format = FormatFlag.Of(OutputFormat.Table, OutputFormat.Json, OutputFormat.Yaml);
        var command = new DeckCommand("plan", "How a debug container would be started for a target; creates nothing")
        {
            Examples = ["debugdeck plan docker://web", "debugdeck plan docker://web --toolbox netshoot -o json", "debugdeck plan pod/web-0/app -n shop"],
        };
        command.Take(address, request.Toolbox, request.Profile, request.TimeLimit, format);
        return scope.Run(
            command,
            parsed => new PlanOptions(TargetAddress.Parse(parsed.GetRequiredValue(address)), request.Read(parsed), parsed.GetValue(format)),
            RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, PlanOptions options, CancellationToken cancellationToken)
    {
        await using var catalogue = context.OpenHosts(context.Global);
        var (host, target) = await TargetLookup.FindAsync(catalogue, context.Global, options.Address, cancellationToken);
        var plan = await host.PlanAsync(target, options.Request, cancellationToken);
        if (options.Format == OutputFormat.Table)
        {
            context.Out.Text.Write(PlanText.Render(plan, context.Palette));
        }
        else
        {
            DocumentPrinter.Print(context.Out, options.Format, PlanDocument.From(plan), DocumentJson.Indented.PlanDocument);
        }

        // Like `kubectl auth can-i`: the answer is printed, and a script need not read it.
        return plan.IsPossible ? ExitCode.Done : ExitCode.Of(PlanRefusal.Of(plan).Kind);
    }
}

/// <summary>What <c>plan</c> is asked for.</summary>
internal sealed record PlanOptions(TargetAddress Address, DebugRequest Request, OutputFormat Format);
