using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using DebugDeck.Commands.Anatomies;
using DebugDeck.Commands.Playbooks;
using DebugDeck.Hosting;

namespace DebugDeck.Commands;

/// <summary>The whole command line: every command the program has.</summary>
internal static class CommandTree
{
    public static RootCommand Create(CommandContext context, AddressCandidates? candidates = null, GlobalFlags? globalFlags = null)
    {
        var flags = globalFlags ?? new GlobalFlags();
        var scope = new CommandScope(context, flags, candidates ?? new AddressCandidates());
        var root = new RootCommand("DebugDeck: troubleshoot containers, with or without a shell in them. Without a command it opens its screens.");
        DeckCommandLine.AddTo(root, scope);
        root.Add(ListCommand.Define(scope));
        root.Add(InspectCommand.Define(scope));
        root.Add(CompareCommand.Define(scope));
        root.Add(PlanCommand.Define(scope));
        root.Add(DebugCommand.Define(scope));
        root.Add(SessionsCommand.Define(scope));
        root.Add(LogsCommand.Define(scope));
        root.Add(CopyCommand.Define(scope));
        root.Add(FilesCommand.Define(scope));
        root.Add(TriageCommand.Define(scope));
        root.Add(RunCommand.Define(scope));
        root.Add(PlaybooksCommand.Define(scope));
        root.Add(PracticeCommand.Define(scope));
        root.Add(DoctorCommand.Define(scope));
        root.Add(CompletionCommand.Define(scope));
        flags.AddTo(root, scope.Candidates);
        Replace<HelpOption>(root, new HelpPrinter(scope), "Show this page");
        Replace<VersionOption>(root, new VersionPrinter(context), "Show the version");
        return root;
    }

    private static void Replace<TOption>(RootCommand root, CommandLineAction action, string description)
        where TOption : Option
    {
        var option = root.Options.OfType<TOption>().Single();
        option.Action = action;
        option.Description = description;
    }

    private sealed class VersionPrinter(CommandContext context) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            context.Out.Text.WriteLine($"{CommandPath.Program} {ProgramVersion.Text}");
            return ExitCode.Done;
        }
    }
}
