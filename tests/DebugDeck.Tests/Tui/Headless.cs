using System.Runtime.CompilerServices;

namespace DebugDeck.Tests.Tui;

/// <summary>Keeps Terminal.Gui away from the terminal that the tests run in.</summary>
internal static class Headless
{
    [ModuleInitializer]
    internal static void NoRealTerminal() => Environment.SetEnvironmentVariable("DisableRealDriverIO", "1");
}
