using System.Text.Json.Serialization;

namespace DebugDeck.Docker.Sessions;

/// <summary>The part of the docker client's <c>config.json</c> that is about logins.</summary>
internal sealed record ClientConfig
{
    public Dictionary<string, ClientLogin>? Auths { get; init; }

    public Dictionary<string, string>? CredHelpers { get; init; }

    public string? CredsStore { get; init; }
}

/// <summary>One login.</summary>
/// <param name="Auth">Name and password in base64.</param>
/// <param name="IdentityToken">A token in their place.</param>
internal sealed record ClientLogin(string? Auth, [property: JsonPropertyName("identitytoken")] string? IdentityToken);

/// <summary>A credential helper's answer.</summary>
internal sealed record HelperLogin([property: JsonPropertyName("Username")] string? Username, [property: JsonPropertyName("Secret")] string? Secret);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClientConfig))]
[JsonSerializable(typeof(HelperLogin))]
internal sealed partial class ClientConfigJson : JsonSerializerContext;
