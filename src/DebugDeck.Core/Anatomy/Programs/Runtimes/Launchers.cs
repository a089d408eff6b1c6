using System.Text;
using System.Text.RegularExpressions;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Programs.Runtimes;

/// <summary>Runtimes that are told by the name of their program: <c>java</c>, <c>node</c>, <c>python3.13</c>, …</summary>
internal static partial class Launchers
{
    private const int MostText = 16 * 1024;

    /// <summary>Null if the name says nothing.</summary>
    /// <param name="path">The program's file, links followed.</param>
    /// <param name="command">The program as it was called, with its arguments.</param>
    public static RuntimeFacts? Recognise(CaptureView view, ContainerSetting setting, string path, IReadOnlyList<string> command)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var home = ContainerPath.Parent(ContainerPath.Parent(path));
        return Name().Match(name) is not { Success: true } match ? null : match.Groups["name"].Value switch
        {
            "java" => new RuntimeFacts(RuntimeIds.Java, "Java", JavaVersion(view, home) ?? Variable("JAVA_VERSION")) { Home = home },
            "node" or "nodejs" => new RuntimeFacts(RuntimeIds.Node, "Node.js", Variable("NODE_VERSION") ?? NodeVersion(view, home)) { Home = home },
            "dotnet" => new RuntimeFacts(RuntimeIds.DotNet, ".NET", Variable("DOTNET_VERSION") ?? Variable("ASPNET_VERSION") ?? DotNetVersion(view, setting, command)) { Home = ContainerPath.Parent(path) },
            "python" => new RuntimeFacts(RuntimeIds.Python, "Python", Variable("PYTHON_VERSION") ?? Digits(match)) { Home = home },
            "ruby" => new RuntimeFacts(RuntimeIds.Ruby, "Ruby", Variable("RUBY_VERSION") ?? Digits(match)),
            "php" or "php-fpm" => new RuntimeFacts(RuntimeIds.Php, "PHP", Variable("PHP_VERSION") ?? Digits(match)),
            "perl" => new RuntimeFacts(RuntimeIds.Perl, "Perl", Variable("PERL_VERSION") ?? Digits(match)),
            "deno" => new RuntimeFacts(RuntimeIds.Deno, "Deno", Variable("DENO_VERSION")),
            "bun" => new RuntimeFacts(RuntimeIds.Bun, "Bun", Variable("BUN_VERSION")),
            _ => new RuntimeFacts(RuntimeIds.Shell, match.Groups["name"].Value),
        };

        string? Variable(string variable) => setting.Environment.GetValueOrDefault(variable) is { Length: > 0 } value ? value.TrimStart('v') : null;
    }

    private static string? Digits(Match match) => match.Groups["version"] is { Success: true } version ? version.Value : null;

    // The file "release" at the top of every JDK and JRE.
    private static string? JavaVersion(CaptureView view, string home) =>
        Text(view, $"{home}/release") is { } release && JavaRelease().Match(release) is { Success: true } found ? found.Groups["version"].Value : null;

    private static string? NodeVersion(CaptureView view, string home)
    {
        if (Text(view, $"{home}/include/node/node_version.h") is not { } header)
        {
            return null;
        }

        var numbers = NodeNumbers().Matches(header).ToDictionary(match => match.Groups["part"].Value, match => match.Groups["number"].Value, StringComparer.Ordinal);
        return numbers.Count == 3 ? $"{numbers["MAJOR"]}.{numbers["MINOR"]}.{numbers["PATCH"]}" : null;
    }

    // dotnet app.dll: the configuration is beside the DLL.
    private static string? DotNetVersion(CaptureView view, ContainerSetting setting, IReadOnlyList<string> command) =>
        command.Skip(1).FirstOrDefault(argument => argument.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)) is { } dll
            ? DotNetBundle.VersionIn(view.Content(ContainerPath.Resolve(setting.WorkingDirectory, dll[..^4] + ".runtimeconfig.json"), MostText * 4)?.Content)
            : null;

    private static string? Text(CaptureView view, string path) =>
        view.Content(path, MostText)?.Content is { } content ? Encoding.UTF8.GetString(content.Span) : null;

    [GeneratedRegex(@"^(?<name>java|nodejs|node|dotnet|python|ruby|php-fpm|php|perl|deno|bun|bash|dash|ash|sh|zsh|busybox)(?<version>[0-9][0-9.]*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex("^JAVA_VERSION=\"?(?<version>[0-9][0-9A-Za-z._+-]*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex JavaRelease();

    [GeneratedRegex(@"^#define NODE_(?<part>MAJOR|MINOR|PATCH)_VERSION (?<number>[0-9]{1,4})\r?$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NodeNumbers();
}
