using System.Security.Cryptography;
using System.Text;
using DebugDeck.Docker.Endpoints;

namespace DebugDeck.Docker.Tests.Endpoints;

/// <summary>A machine as the resolver sees it: variables, files and links, all made up.</summary>
internal sealed class FakeMachine : IEndpointFiles
{
    private readonly Dictionary<string, string> _variables = [];
    private readonly Dictionary<string, string> _files = [];
    private readonly Dictionary<string, string> _links = [];

    public FakeMachine Set(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public FakeMachine File(string path, string content = "")
    {
        _files[path] = content;
        return this;
    }

    public FakeMachine Link(string path, string target)
    {
        _links[path] = target;
        return File(path);
    }

    /// <summary>A Docker context in the home of the user.</summary>
    public FakeMachine Context(string name, string host, bool skipVerify = false, params string[] tlsFiles)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
        foreach (var file in tlsFiles)
        {
            File($"/home/ann/.docker/contexts/tls/{hash}/docker/{file}");
        }

        var skip = skipVerify ? "true" : "false";
        return File(
            $"/home/ann/.docker/contexts/meta/{hash}/meta.json",
            $$"""
            { "Name": "{{name}}", "Metadata": {}, "Endpoints": { "docker": { "Host": "{{host}}", "SkipTLSVerify": {{skip}} } } }
            """);
    }

    public IReadOnlyList<DockerEndpoint> Find(string? given = null, bool windows = false) =>
        EndpointResolver.Resolve(new EndpointSettings(given, _variables.GetValueOrDefault, "/home/ann", this, windows));

    public string? Read(string path) => _files.GetValueOrDefault(path);

    public bool Exists(string path) => _files.ContainsKey(path);

    public string Resolve(string path) => _links.GetValueOrDefault(path, path);
}
