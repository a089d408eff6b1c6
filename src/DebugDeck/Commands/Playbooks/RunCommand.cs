using System.CommandLine;
using DebugDeck.Core.Diagnosis;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Core.Playbooks.Running;
using DebugDeck.Core.Targets;
using DebugDeck.Output;
using DebugDeck.Output.Playbooks;

namespace DebugDeck.Commands.Playbooks;

/// <summary><c>debugdeck run</c>: a playbook on a target, or again on what an earlier run saved.</summary>
internal static class RunCommand
{
    public static DeckCommand Define(CommandScope scope)
    {
        var playbook = PlaybookFlags.Name(scope, ArgumentArity.ZeroOrOne);
        var address = AddressArgument.Target(scope);
        address.Arity = ArgumentArity.ZeroOrOne;
        var set = new Option<string[]>("--set") { Description = "The value of an input, instead of a guess; an empty one takes the guess away", HelpName = "NAME=VALUE", Arity = ArgumentArity.OneOrMore };
        var files = PlaybookFlags.Files();
        var format = RunFormatFlag.Create();
        var failOn = FailOnFlag.Create();
        var request = new DebugRequestFlags();
        var yes = Consent.Flag();
        var noSession = new Option<bool>("--no-session") { Description = "Start no debug container; steps that need one say so" };
        var save = new Option<string>("--save") { Description = "Keep the evidence in this file, secrets taken out, to be judged again anywhere", HelpName = "FILE" };
        var replay = new Option<string>("--replay") { Description = "Judge the evidence of an earlier run; no target is needed", HelpName = "FILE" };
        var authorities = new Option<string>("--ca-from") { Description = "Write the authorities to this file, as PEM, that servers sent and the program lacks, each with its fingerprint to be checked by another way", HelpName = "FILE" };
        var command = new DeckCommand("run", "Run a playbook on a target: from a symptom to its cause, with evidence and a fix to paste")
        {
            Examples =
            [
                "debugdeck run dns docker://web",
                "debugdeck run missing-ca pod/shop-7c9 -n shop --yes",
                "debugdeck run missing-ca docker://web --ca-from corp-ca.pem",
                "debugdeck run dns web --set host=db.shop.svc -o markdown > ticket.md",
                "debugdeck run dns web --save run.json && debugdeck run --replay run.json",
            ],
            Details = "What is free is looked at first; a debug container is started only for steps that need one, and in a pod only if you say so. Inputs that are not "
                + "given are guessed from the log, the environment and the specification.\nExit code 3 if there is a finding at or above --fail-on.",
        };
        command.Take(playbook, address, set, format, failOn, files, yes, noSession, request.Toolbox, request.Profile, request.TimeLimit, save, replay, authorities);
        return scope.Run(
            command,
            parsed => new RunOptions
            {
                Playbook = parsed.GetValue(playbook),
                Address = parsed.GetValue(address) is { } text ? TargetAddress.Parse(text) : null,
                Given = SetFlag.Read(parsed.GetValue(set) ?? []),
                Files = parsed.GetValue(files) ?? [],
                Format = parsed.GetValue(format),
                FailOn = parsed.GetValue(failOn),
                Request = request.Read(parsed),
                Yes = parsed.GetValue(yes),
                NoSession = parsed.GetValue(noSession),
                Save = parsed.GetValue(save),
                Replay = parsed.GetValue(replay),
                AuthoritiesTo = parsed.GetValue(authorities),
            },
            RunAsync);
    }

    private static async Task<int> RunAsync(CommandContext context, RunOptions options, CancellationToken cancellationToken)
    {
        var library = PlaybookFlags.Load(context, options.Files);
        var report = options.Replay is { } file ? Replay(file, options, library) : await LookAsync(context, options, library, cancellationToken);
        if (options.Save is { } save)
        {
            RunFile.Write(save, report);
            context.Note($"the run is in {save}");
        }

        if (options.AuthoritiesTo is { } to)
        {
            AuthorityFile.Write(context, to, report);
        }

        Print(context, options.Format, report);
        return Fails(options.FailOn, report.Worst) ? ExitCode.Findings : ExitCode.Done;
    }

    private static bool Fails(FailOn level, Severity? worst) => level switch
    {
        FailOn.Problem => worst >= Severity.Problem,
        FailOn.Warning => worst >= Severity.Warning,
        _ => false,
    };

    private static RunReport Replay(string file, RunOptions options, PlaybookLibrary library) =>
        options.Address is null && options.Given.Count == 0
            ? RunFile.Read(file, library)
            : throw new DebugDeckException(ErrorKind.Usage, "--replay judges what was saved, so it takes neither an address nor inputs", "`debugdeck run --replay FILE`");

    private static async Task<RunReport> LookAsync(CommandContext context, RunOptions options, PlaybookLibrary library, CancellationToken cancellationToken)
    {
        if (options.Playbook is null || options.Address is null)
        {
            throw new DebugDeckException(ErrorKind.Usage, $"{(options.Playbook is null ? "a playbook" : "an address")} is missing", "`debugdeck run PLAYBOOK ADDRESS`; `debugdeck playbooks` lists the playbooks");
        }

        var playbook = PlaybookFlags.Find(library, options.Playbook);
        SetFlag.Check(playbook, options.Given);
        await using var catalogue = context.OpenHosts(context.Global);
        var found = await TargetLookup.FindAsync(catalogue, context.Global, options.Address, cancellationToken);
        using var progress = new ProgressLine(context.Error, context.Clock);
        await using var session = new RunSession(context, found, options, progress);
        var runner = new PlaybookRunner(found.Host, found.Target, playbook, new RunSettings
        {
            Given = options.Given,
            Clock = context.Clock,
            OpenSession = options.NoSession ? null : session.OpenAsync,
            Words = progress,
        });
        var report = await runner.RunAsync(null, cancellationToken);
        return report.Inputs.FirstOrDefault(input => input.Input.IsRequired && input.Value is null) is { } missing
            ? throw new DebugDeckException(
                ErrorKind.Usage,
                $"the playbook {playbook.Name} needs to know '{missing.Input.Name}' ({missing.Input.Title}), and nothing in log, environment or specification says it",
                $"add --set {missing.Input.Name}=VALUE")
            : report;
    }

    private static void Print(CommandContext context, RunFormat format, RunReport report)
    {
        switch (format)
        {
            case RunFormat.Json:
                DocumentPrinter.Print(context.Out, OutputFormat.Json, RunDocument.From(report), PlaybookJson.Indented.RunDocument);
                break;
            case RunFormat.Markdown:
                context.Out.Text.Write(RunMarkdown.Render(report));
                break;
            default:
                context.Out.Text.Write(new RunText(context.Palette, context.Out.IsTerminal ? context.Out.Columns : null).Render(report));
                break;
        }
    }
}
