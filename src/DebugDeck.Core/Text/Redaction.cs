using System.Text.RegularExpressions;

namespace DebugDeck.Core.Text;

/// <summary>
/// Takes what looks like a secret out of text that is shown, saved or sent to somebody (design.md 10). It errs on the side of taking out:
/// what has to be seen can be looked at in the container.
/// </summary>
public static partial class Redaction
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mark = "[redacted]";

    /// <summary>The name of a variable, header or field says that its value is a secret.</summary>
    public static bool IsSecretName(string name) => SecretName().IsMatch(name) && !HarmlessName().IsMatch(name);

    /// <summary>The value of a variable as it may be shown.</summary>
    public static string Variable(string name, string value) => value.Length > 0 && IsSecretName(name) ? Mark : Text(value);

    /// <summary><c>NAME=VALUE</c> as it may be shown.</summary>
    public static string Assignment(string entry) => entry.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
        ? $"{entry[..at]}={Variable(entry[..at], entry[(at + 1)..])}"
        : Text(entry);

    /// <summary>The text with everything that looks like a secret replaced.</summary>
    public static string Text(string text)
    {
        if (text.Length < 6)
        {
            return text;
        }

        text = PrivateKey().Replace(text, Mark);
        text = UserInfo().Replace(text, $"$1{Mark}@");
        text = Authorization().Replace(text, $"$1{Mark}");
        text = KnownToken().Replace(text, Mark);
        return Assigned().Replace(text, match => IsSecretName(match.Groups[1].Value) && !Scheme().IsMatch(match.Value) ? match.Groups[1].Value + match.Groups[2].Value + Mark : match.Value);
    }

    [GeneratedRegex("pass(w(or)?d|phrase)?(?![a-z])|passwd|secret|token|api_?key|access_?key|private_?key|credential|signing_?key|encryption_?key|cookie|connection_?string|_dsn$|^dsn$|authorization", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SecretName();

    // Paths and switches whose names only speak of secrets.
    [GeneratedRegex("(_file|_path|_dir|_url|_name|_ttl|_type|_expiry|_enabled|_id)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HarmlessName();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"([a-zA-Z][a-zA-Z0-9+.-]{1,20}://[^\s:/@""']{0,200}:)[^\s/@""']{1,400}@", RegexOptions.CultureInvariant)]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"((?:authorization[""']?\s*[:=]\s*[""']?)?(?:bearer|basic)\s+)[A-Za-z0-9+/._~=-]{8,}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Authorization();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bgh[pousr]_[A-Za-z0-9]{20,}|\bglpat-[A-Za-z0-9_-]{16,}|\bxox[abprs]-[A-Za-z0-9-]{10,}|\bsk-[A-Za-z0-9_-]{20,}", RegexOptions.CultureInvariant)]
    private static partial Regex KnownToken();

    [GeneratedRegex(@"\b([A-Za-z_][A-Za-z0-9_.-]{1,60})([""']?\s*[=:]\s*[""']?)[^\s""',;&}\[]{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex Assigned();

    // The scheme of an Authorization header says nothing; what follows it has been taken out before.
    [GeneratedRegex(@"(bearer|basic)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
