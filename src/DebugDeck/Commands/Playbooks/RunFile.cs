using DebugDeck.Core.Errors;
using DebugDeck.Core.Playbooks.Files;
using DebugDeck.Core.Playbooks.Running;

namespace DebugDeck.Commands.Playbooks;

/// <summary>The file that a run is kept in.</summary>
internal static class RunFile
{
    /// <summary>Writes it, readable by its owner alone.</summary>
    /// <exception cref="DebugDeckException">Failed: it cannot be written.</exception>
    public static void Write(string path, RunReport report)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var stream = new FileStream(path, options);
            SavedRun.Write(stream, report);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{path} cannot be written: {error.Message.TrimEnd('.')}", inner: error);
        }
    }

    /// <exception cref="DebugDeckException">NotFound: there is no such file, or its playbook is not there. Usage: it is no saved run.</exception>
    public static RunReport Read(string path, PlaybookLibrary library)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return SavedRun.Read(stream, path, library);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DebugDeckException(ErrorKind.NotFound, $"{path} cannot be read: {error.Message.TrimEnd('.')}", inner: error);
        }
    }
}
