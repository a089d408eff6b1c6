using System.Collections.Frozen;
using DebugDeck.Practice.Commands;

namespace DebugDeck.Practice.Shell.Builtins;

/// <summary>The builtins of the shell.</summary>
internal static class BuiltinList
{
    private static readonly IBuiltin[] All =
    [
        new ColonBuiltin(), new DotBuiltin(), new LoopControlBuiltin(), new CdBuiltin(), new CommandBuiltin(), new EvalBuiltin(),
        new ExecBuiltin(), new ExitBuiltin(), new ExportBuiltin(), new JobsBuiltin(), new LocalBuiltin(), new PwdBuiltin(), new ReadBuiltin(),
        new ReturnBuiltin(), new SetBuiltin(), new ShiftBuiltin(), new TrapBuiltin(), new TypeBuiltin(), new UmaskBuiltin(),
        new UnsetBuiltin(), new WaitBuiltin(),
        new ProgramBuiltin(new EchoCommand()), new ProgramBuiltin(new PrintfCommand()), new ProgramBuiltin(new TestCommand()),
        new ProgramBuiltin(new TrueCommand()), new ProgramBuiltin(new FalseCommand()), new ProgramBuiltin(new KillCommand()),
    ];

    private static readonly FrozenDictionary<string, IBuiltin> ByName =
        All.SelectMany(builtin => builtin.Names.Select(name => (name, builtin))).ToFrozenDictionary(entry => entry.name, entry => entry.builtin);

    public static IBuiltin? Find(string name) => ByName.GetValueOrDefault(name);
}
