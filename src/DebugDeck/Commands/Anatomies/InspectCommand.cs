using DebugDeck.Core.Targets;
using DebugDeck.Output;
using DebugDeck.Output.Documents;
using DebugDeck.Output.Documents.Anatomies;

namespace DebugDeck.Commands.Anatomies;

/// <summary><c>debugdeck inspect</c>: what a container or an image is made of, with evidence.</summary>
internal static class InspectCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var address = AddressArgument.Target(scope);
        var format = FormatFlag.Of(OutputFormat.Table, OutputFormat.Wide, OutputFormat.Json, OutputFormat.Yaml, OutputFormat.Markdown);
        var command = new DeckCommand("inspect", "What a container or an image is made of: base, libc, shell, program, user, certificates, and what follows")
        {
            Examples = ["debugdeck inspect docker://web", "debugdeck inspect web -o wide", "debugdeck inspect image://web:1.4 -o json | jq .family", "debugdeck inspect archive://web.tar", "debugdeck inspect image://ghcr.io/shop/web:1.4 --registry"],
            Details = "Only files are looked at; nothing is started in an engine's container. In a pod, a container with a shell or tar runs one process for it; for one without "
                + "only what the cluster and earlier looks know is shown, and said so; --registry then fetches its image.\n-o wide adds what each line rests on. A '~' marks what is likely, not sure.",
        };
        var registry = new RegistryFlags();
        command.Take(address, format, registry.Ask, registry.Platform);
        return scope.Run(command, parsed => new InspectOptions(TargetAddress.Parse(parsed.GetRequiredValue(address)), parsed.GetValue(format), registry.Read(parsed)), RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, InspectOptions options, CancellationToken cancellationToken)
    {
        var anatomy = await AnatomySource.ReadAsync(context, options.Address, options.Registry, cancellationToken);
        switch (options.Format)
        {
            case OutputFormat.Json or OutputFormat.Yaml:
                DocumentPrinter.Print(context.Out, options.Format, InspectDocument.From(anatomy), DocumentJson.Indented.InspectDocument);
                break;
            case OutputFormat.Markdown:
                context.Out.Text.Write(AnatomyMarkdown.Render(anatomy));
                break;
            default:
                context.Out.Text.Write(AnatomyText.Render(anatomy, context.Palette, options.Format == OutputFormat.Wide));
                break;
        }

        return ExitCode.Done;
    }
}

/// <summary>What <c>inspect</c> is asked for.</summary>
internal sealed record InspectOptions(TargetAddress Address, OutputFormat Format, RegistryOptions Registry);
