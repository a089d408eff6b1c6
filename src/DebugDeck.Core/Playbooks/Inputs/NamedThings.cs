using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Playbooks.Probes;

namespace DebugDeck.Core.Playbooks.Inputs;

/// <summary>Hosts, end points and zones that a target's environment, arguments, probes and log speak of, each once, with where it stands.</summary>
internal static partial class NamedThings
{
    private const int MostLogLines = 400;

    public static IEnumerable<(string Value, string Origin)> Hosts(CaseEvidence evidence) => Texts(evidence)
        .SelectMany(text => Urls(text.Text).Select(url => url.Host).Concat(text.IsHost ? HostOf(text.Text) : []).Where(IsName).Select(host => (host, text.Origin)))
        .DistinctBy(found => found.host);

    public static IEnumerable<(string Value, string Origin)> TlsEndpoints(CaseEvidence evidence) => Texts(evidence)
        .SelectMany(text => Urls(text.Text).Where(url => url.IsTls && !url.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            .Select(url => (string.Create(CultureInfo.InvariantCulture, $"{url.Host}:{url.Port ?? 443}"), text.Origin)))
        .DistinctBy(found => found.Item1);

    public static IEnumerable<(string Value, string Origin)> Zones(CaseEvidence evidence) => Texts(evidence)
        .SelectMany(text => Zone().Matches(text.Text).Select(match => (match.Value, text.Origin)))
        .DistinctBy(found => found.Value);

    private static IEnumerable<(string Text, string Origin, bool IsHost)> Texts(CaseEvidence evidence)
    {
        foreach (var (name, value) in TargetEnvironment.All(evidence).OrderBy(variable => variable.Name, StringComparer.Ordinal))
        {
            yield return (value, $"env {name}", HostVariable().IsMatch(name));
        }

        foreach (var argument in evidence.Details?.Command ?? [])
        {
            yield return (argument, "arguments", false);
        }

        foreach (var line in evidence.Find(new LogTailRequest())?.Lines.TakeLast(MostLogLines) ?? [])
        {
            yield return (line.Text, "log", false);
        }
    }

    private static IEnumerable<(string Host, int? Port, bool IsTls)> Urls(string text) => Url().Matches(text).Select(match => (
        match.Groups["host"].Value,
        int.TryParse(match.Groups["port"].Value, CultureInfo.InvariantCulture, out var port) ? port : (int?)null,
        match.Groups["scheme"].Value.ToLowerInvariant() is "https" or "wss" or "ldaps" or "rediss" or "amqps" or "grpcs"));

    private static IEnumerable<string> HostOf(string text) => BareHost().Match(text) is { Success: true } match ? [match.Groups[1].Value] : [];

    private static bool IsName(string host) => host.Length > 1 && !IPAddress.TryParse(host, out _) && !host.Equals("localhost", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?<scheme>[a-z][a-z0-9+.-]{1,20})://(?:[^\s/@""'<>]{1,200}@)?(?<host>[A-Za-z0-9](?:[A-Za-z0-9._-]{0,252}[A-Za-z0-9])?)(?::(?<port>\d{1,5}))?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Url();

    [GeneratedRegex(@"^([A-Za-z0-9](?:[A-Za-z0-9._-]{0,252}[A-Za-z0-9])?)(?::\d{1,5})?$", RegexOptions.CultureInvariant)]
    private static partial Regex BareHost();

    [GeneratedRegex("(^|_)(HOST|HOSTNAME|ADDR|ADDRESS|SERVER|ENDPOINT|BROKERS?|UPSTREAM)$(?<!^HOSTNAME$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HostVariable();

    [GeneratedRegex(@"\b(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)/[A-Z][A-Za-z0-9_+-]{1,30}(?:/[A-Z][A-Za-z_]{1,30})?", RegexOptions.CultureInvariant)]
    private static partial Regex Zone();
}
