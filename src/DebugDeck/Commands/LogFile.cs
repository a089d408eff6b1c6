using DebugDeck.Core.Errors;
using DebugDeck.Core.Targets;

namespace DebugDeck.Commands;

/// <summary>The file that a log is written to.</summary>
internal static class LogFile
{
    /// <summary>Creates it, readable by its owner alone: logs carry secrets.</summary>
    /// <param name="to">A file, or a directory that is there (or ends in a slash), in which the file is named after the target.</param>
    /// <param name="target">Whose log.</param>
    /// <exception cref="DebugDeckException">Failed: it cannot be written.</exception>
    public static FileStream Create(string to, Target target)
    {
        var path = IsFolder(to) ? Path.Combine(to, $"{FileName(target.Name)}.log") : to;
        return Open(path);
    }

    /// <summary>A directory that is there, or one that is written as such.</summary>
    public static bool IsFolder(string to) => Directory.Exists(to) || Path.EndsInDirectorySeparator(to);

    /// <summary>The same for a path that is decided.</summary>
    public static FileStream Open(string path)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.Read };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new FileStream(path, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DebugDeckException(ErrorKind.Failed, $"{path} cannot be written: {error.Message.TrimEnd('.')}", inner: error);
        }
    }

    /// <summary>A name of the host's, which must stay a name here.</summary>
    public static string FileName(string name) =>
        string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' ? character : '_')).TrimStart('.');
}
