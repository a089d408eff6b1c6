using CsCheck;
using DebugDeck.Core.Text;

namespace DebugDeck.Core.Tests.Text;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("postgres://shop:s3cret@db:5432/shop", "postgres://shop:[redacted]@db:5432/shop")]
    [InlineData("Authorization: Bearer abcdefghijklmnop", "Authorization: Bearer [redacted]")]
    [InlineData("password=hunter2hunter2 host=db", "password=[redacted] host=db")]
    [InlineData("{\"api_key\": \"0123456789\"}", "{\"api_key\": \"[redacted]\"}")]
    [InlineData("token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc", "token [redacted]")]
    [InlineData("key AKIAIOSFODNN7EXAMPLE used", "key [redacted] used")]
    [InlineData("-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\nrest", "[redacted]\nrest")]
    [InlineData("x509: certificate signed by unknown authority", "x509: certificate signed by unknown authority")]
    [InlineData("nameserver 10.96.0.10\noptions ndots:5", "nameserver 10.96.0.10\noptions ndots:5")]
    [InlineData("GET https://shop.example.com:8443/healthz", "GET https://shop.example.com:8443/healthz")]
    public void Secrets_are_taken_out_and_the_rest_stays(string text, string shown) => Assert.Equal(shown, Redaction.Text(text));

    [Theory]
    [InlineData("DB_PASSWORD", true)]
    [InlineData("API_KEY", true)]
    [InlineData("GITHUB_TOKEN", true)]
    [InlineData("SESSION_SECRET", true)]
    [InlineData("SSL_CERT_FILE", false)]
    [InlineData("TOKEN_URL", false)]
    [InlineData("DB_PASSWORD_FILE", false)]
    [InlineData("PASSENGER_COUNT", false)]
    [InlineData("TZ", false)]
    public void Names_say_whether_a_value_is_a_secret(string name, bool isSecret) => Assert.Equal(isSecret, Redaction.IsSecretName(name));

    [Fact]
    public void Redacting_twice_is_redacting_once() => Gen.String[0, 80].Sample(text => Assert.Equal(Redaction.Text(text), Redaction.Text(Redaction.Text(text))));
}
