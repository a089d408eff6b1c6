using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace DebugDeck.Tests.Architecture;

/// <summary>Who may know whom (design.md 3).</summary>
public sealed class LayeringTests
{
    private static readonly string[] EngineLibraries = ["Docker.DotNet", "KubernetesClient", "k8s"];

    private static readonly string[] Screens = ["DebugDeck.Tui", "DebugDeck.Commands"];

    /// <summary>Each project of <c>src</c> and the projects of ours that it may know.</summary>
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "DebugDeck.Core", [] },
        { "DebugDeck.Docker", ["DebugDeck.Core"] },
        { "DebugDeck.Kubernetes", ["DebugDeck.Core"] },
        { "DebugDeck.Practice", [] },
        { "DebugDeck", ["DebugDeck.Core", "DebugDeck.Docker", "DebugDeck.Kubernetes", "DebugDeck.Practice"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_project_knows_only_those_below_it(string project, string[] allowed)
    {
        var references = XDocument.Load(Path.Combine(Source, project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Subset(allowed.ToHashSet(), references.ToHashSet());
    }

    [Fact]
    public void Every_project_has_a_rule()
    {
        var projects = Directory.GetFiles(Source, "*.csproj", SearchOption.AllDirectories).Select(file => Path.GetFileNameWithoutExtension(file));

        Assert.Equal(Allowed.Select(row => row.Data.Item1).Order(), projects.Order());
    }

    [Theory]
    [InlineData("DebugDeck.Core")]
    [InlineData("DebugDeck.Practice")]
    [InlineData("debugdeck")]
    public void Engine_libraries_are_known_to_the_hosts_alone(string assembly)
    {
        var references = Assembly.Load(assembly).GetReferencedAssemblies().Select(reference => reference.Name!);

        Assert.DoesNotContain(references, reference => EngineLibraries.Any(library => reference.StartsWith(library, StringComparison.Ordinal)));
    }

    [Fact]
    public void Screens_and_commands_speak_to_hosts_and_sessions_only()
    {
        var code = AssemblyCode.Read(Assembly.Load("debugdeck").Location);
        var screens = code.Where(type => Screens.Any(screen => IsWithin(type.Namespace, screen)));

        Assert.Empty(screens.SelectMany(type => type.Uses
            .Where(used => IsWithin(used, "DebugDeck.Docker") || IsWithin(used, "DebugDeck.Kubernetes") || EngineLibraries.Any(library => IsWithin(used, library)))
            .Select(used => $"{type.Namespace}.{type.Name} uses {used}")));
    }

    [Fact]
    public void The_reader_of_code_sees_what_only_a_method_body_uses()
    {
        var docker = AssemblyCode.Read(Assembly.Load("DebugDeck.Docker").Location);

        Assert.Contains("Docker.DotNet.NPipe", docker.Single(type => type.Name == "DockerClients").Uses);
    }

    private static string Source => Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "..", "src"));

    private static bool IsWithin(string name, string space) => name == space || name.StartsWith(space + ".", StringComparison.Ordinal);

    private static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
