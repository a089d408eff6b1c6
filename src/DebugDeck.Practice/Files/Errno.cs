namespace DebugDeck.Practice.Files;

/// <summary>Why a file operation failed, named as the kernel names it.</summary>
internal enum Errno
{
    NotPermitted,
    NotFound,
    NoSuchProcess,
    BadDescriptor,
    AccessDenied,
    Exists,
    NotDirectory,
    IsDirectory,
    Invalid,
    NoSpace,
    ReadOnly,
    TooManyLinks,
    NotEmpty,
    ExecFormat,
    BrokenPipe,
}
