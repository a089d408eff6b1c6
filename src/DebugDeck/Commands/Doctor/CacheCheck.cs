using DebugDeck.Hosting;

namespace DebugDeck.Commands.Doctor;

/// <summary>Can what was found out be kept for the next time?</summary>
internal static class CacheCheck
{
    public static DoctorCheck Run(ProgramPaths paths)
    {
        var folder = paths.Cache;
        try
        {
            Directory.CreateDirectory(folder);
            using (new FileStream(Path.Combine(folder, $".doctor-{Environment.ProcessId}"), FileMode.Create, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return new DoctorCheck("cache", folder, DoctorVerdict.Ok, "can be written");
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new DoctorCheck(
                "cache",
                folder,
                DoctorVerdict.Warning,
                $"cannot be written, so images are looked at anew each time: {error.Message.TrimEnd('.')}",
                "give yourself the directory, or name another with XDG_CACHE_HOME");
        }
    }
}
