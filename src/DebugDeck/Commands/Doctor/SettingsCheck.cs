using DebugDeck.Core.Errors;
using DebugDeck.Core.Settings;
using DebugDeck.Hosting;

namespace DebugDeck.Commands.Doctor;

/// <summary>Can the user's settings be read?</summary>
internal static class SettingsCheck
{
    public static DoctorCheck Run(ProgramPaths paths)
    {
        var file = paths.SettingsFile;
        try
        {
            var settings = SettingsFile.Read(file);
            return File.Exists(file)
                ? new DoctorCheck("settings", file, DoctorVerdict.Ok, $"read: {settings.Mirrors.Count} mirrors, {settings.Toolboxes.Count} toolboxes")
                : new DoctorCheck("settings", file, DoctorVerdict.Absent, "no settings file; the defaults apply");
        }
        catch (DebugDeckException error)
        {
            return new DoctorCheck("settings", file, DoctorVerdict.Problem, error.Message, error.Hint);
        }
    }
}
