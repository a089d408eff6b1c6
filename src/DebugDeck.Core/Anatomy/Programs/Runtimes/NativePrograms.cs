using System.Text;
using System.Text.RegularExpressions;
using DebugDeck.Core.Anatomy.Programs.Elf;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs.Runtimes;

/// <summary>Tells what a program of machine code was written in.</summary>
internal static partial class NativePrograms
{
    private const int MostComment = 4096;
    private const int MostConstants = 1024 * 1024;

    public static RuntimeFacts? Recognise(CaptureView view, ElfFile file) =>
        GoPrograms.Recognise(view, file)
        ?? DotNetBundle.Recognise(view, file)
        ?? (file.Section(".svm_heap") is not null ? new RuntimeFacts(RuntimeIds.GraalVmNative, "Java (GraalVM native image)") : null)
        ?? Rust(view, file)
        ?? (file.Sections.Count > 0 ? new RuntimeFacts(RuntimeIds.Native, "native code") : null);

    // Compilers sign in .comment; older Rust only left the paths of its library behind.
    private static RuntimeFacts? Rust(CaptureView view, ElfFile file)
    {
        if (file.Content(view, ".comment", MostComment) is { } comment
            && RustVersion().Match(Encoding.UTF8.GetString(comment.Span)) is { Success: true } signed)
        {
            return new RuntimeFacts(RuntimeIds.Rust, "Rust", signed.Groups["version"].Value);
        }

        return file.Section(".gcc_except_table") is not null && file.Content(view, ".rodata", MostConstants) is { } constants
            && (constants.Span.IndexOf("/rustc/"u8) >= 0 || constants.Span.IndexOf("RUST_BACKTRACE"u8) >= 0)
                ? new RuntimeFacts(RuntimeIds.Rust, "Rust")
                : null;
    }

    [GeneratedRegex(@"rustc version (?<version>[0-9][0-9A-Za-z.-]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex RustVersion();
}
