namespace DebugDeck.Core.Anatomy.Programs;

/// <summary>The ids of <see cref="RuntimeFacts"/>.</summary>
public static class RuntimeIds
{
    public const string Go = "go";
    public const string Rust = "rust";
    public const string DotNet = "dotnet";
    public const string DotNetSingleFile = "dotnet-single-file";
    public const string DotNetNativeAot = "dotnet-aot";
    public const string Java = "java";
    public const string GraalVmNative = "graalvm-native";
    public const string Node = "node";
    public const string Deno = "deno";
    public const string Bun = "bun";
    public const string Python = "python";
    public const string Ruby = "ruby";
    public const string Php = "php";
    public const string Perl = "perl";
    public const string Shell = "shell";

    /// <summary>A program of machine code of which no more could be told: C, C++ and the like.</summary>
    public const string Native = "native";
}
