using DebugDeck.Docker.Sessions;

namespace DebugDeck.Docker.Tests.Sessions;

public sealed class RegistryCredentialsTests
{
    // user:p:w
    private const string Pair = "dXNlcjpwOnc=";

    [Theory]
    [InlineData("docker.io", "https://index.docker.io/v1/")]
    [InlineData("registry.corp:5000", "registry.corp:5000")]
    [InlineData("registry.corp", "https://registry.corp")]
    [InlineData("registry.corp", "https://registry.corp/v1/")]
    public async Task A_login_is_found_under_the_names_that_clients_have_used(string registry, string key)
    {
        var login = await FindAsync($$"""{ "auths": { "other.corp": { "auth": "eDp5" }, "{{key}}": { "auth": "{{Pair}}" } } }""", registry);

        Assert.Equal(("user", "p:w"), (login.Username, login.Password));
    }

    [Fact]
    public async Task A_token_takes_the_place_of_name_and_password() =>
        Assert.Equal("t0ken", (await FindAsync("""{ "auths": { "registry.corp": { "auth": "eDp5", "identitytoken": "t0ken" } } }""", "registry.corp")).IdentityToken);

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("""{ "auths": { "registry.corp": {} } }""")]
    [InlineData("""{ "auths": { "registry.corp": { "auth": "***" } } }""")]
    [InlineData("""{ "credsStore": "no-such-helper-anywhere" }""")]
    public async Task Without_a_usable_login_the_registry_is_asked_as_anybody(string config)
    {
        var login = await FindAsync(config, "registry.corp");

        Assert.Null(login.Username);
        Assert.Null(login.IdentityToken);
    }

    private static async Task<global::Docker.DotNet.Models.AuthConfig> FindAsync(string config, string registry)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, config, TestContext.Current.CancellationToken);
            return await new RegistryCredentials(file).FindAsync(registry, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
