using DebugDeck.Commands;
using DebugDeck.Hosting;

using var signals = new ExitSignals();
var code = await CommandLine.RunAsync(args, ProgramContext.Create(), signals.Token);
return signals.ExitCode ?? code;
