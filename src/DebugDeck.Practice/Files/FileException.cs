namespace DebugDeck.Practice.Files;

/// <summary>A file operation that the practice kernel refused; the message is what <c>strerror</c> says.</summary>
internal sealed class FileException(Errno error, string path) : IOException(Text(error))
{
    public Errno Error { get; } = error;

    public string Path { get; } = path;

    /// <summary>The sentence every Unix tool prints for the error.</summary>
    public static string Text(Errno error) => error switch
    {
        Errno.NotPermitted => "Operation not permitted",
        Errno.NotFound => "No such file or directory",
        Errno.NoSuchProcess => "No such process",
        Errno.BadDescriptor => "Bad file descriptor",
        Errno.AccessDenied => "Permission denied",
        Errno.Exists => "File exists",
        Errno.NotDirectory => "Not a directory",
        Errno.IsDirectory => "Is a directory",
        Errno.Invalid => "Invalid argument",
        Errno.NoSpace => "No space left on device",
        Errno.ReadOnly => "Read-only file system",
        Errno.TooManyLinks => "Too many levels of symbolic links",
        Errno.NotEmpty => "Directory not empty",
        Errno.ExecFormat => "Exec format error",
        Errno.BrokenPipe => "Broken pipe",
        _ => "Input/output error",
    };
}
