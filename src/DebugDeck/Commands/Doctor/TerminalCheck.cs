
namespace DebugDeck.Commands.Doctor;

/// <summary>What can this terminal show?</summary>
internal static class TerminalCheck
{
    // The first of these that is set decides, as in setlocale(3).
    private static readonly string[] LocaleVariables = ["LC_ALL", "LC_CTYPE", "LANG"];

    public static DoctorCheck Run(CommandContext context)
    {
        var term = context.Environment("TERM") is { Length: > 0 } name ? name : "not set";
        if (!context.In.IsTerminal || !context.Out.IsTerminal)
        {
            return new DoctorCheck("terminal", term, DoctorVerdict.Absent, "the standard streams are no terminal: the commands work, the screens do not");
        }

        if (term == "dumb" || (term == "not set" && !OperatingSystem.IsWindows()))
        {
            return new DoctorCheck("terminal", term, DoctorVerdict.Warning, "cannot show the screens; the commands work", "use a terminal that sets TERM, for example xterm-256color");
        }

        var colors = context.Palette.IsColored ? "colours" : "no colours (NO_COLOR or --no-color)";
        return IsUtf8(context.Environment)
            ? new DoctorCheck("terminal", term, DoctorVerdict.Ok, $"{context.Out.Columns} columns, {colors}, UTF-8")
            : new DoctorCheck("terminal", term, DoctorVerdict.Warning, $"{context.Out.Columns} columns, {colors}, but the locale is not UTF-8: lines and signs may be garbled", "set LANG=C.UTF-8");
    }

    private static bool IsUtf8(Func<string, string?> environment)
    {
        var locale = LocaleVariables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return OperatingSystem.IsWindows() || OperatingSystem.IsMacOS()
            || locale.Contains("utf-8", StringComparison.OrdinalIgnoreCase) || locale.Contains("utf8", StringComparison.OrdinalIgnoreCase);
    }
}
