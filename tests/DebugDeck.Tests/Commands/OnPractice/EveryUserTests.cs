using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DebugDeck.TestKit;

namespace DebugDeck.Tests.Commands.OnPractice;

/// <summary>What each user gets in each namespace, or the exact reason why not: a page to be read.</summary>
public sealed partial class EveryUserTests(PracticeShop shop) : IClassFixture<PracticeShop>
{
    private static readonly (string Namespace, string Address)[] Targets = [("shop", "deploy/checkout"), ("base", "deploy/dns-dotnet"), ("locked", "deploy/vault-agent")];

    [Theory]
    [InlineData("admin")]
    [InlineData("developer")]
    [InlineData("readonly")]
    [InlineData("execonly")]
    public async Task What_a_user_may_in_each_namespace(string user)
    {
        var page = new StringBuilder();
        foreach (var (space, address) in Targets)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"{user} in {space}");
            var plan = await shop.RunAsAsync(user, "plan", address, "-n", space, "-o", "json");
            page.AppendLine(CultureInfo.InvariantCulture, $"  plan   {plan.Code}{Words(plan.Output)}{Reason(plan)}");
            await AddAsync(page, "logs", user, space, address, "--tail", "1");
            await AddAsync(page, "debug", user, space, address, "--yes", "--", "cat", "/proc/1/root/etc/os-release");

            // Who may only create exec is helped by kubectl, and not every machine has one.
            if (user != "execonly")
            {
                await AddAsync(page, "cp", user, space, $"{address}:/etc/os-release", shop.NewFolder(), "--yes");
            }
        }

        Golden.Matches($"user-{user}", page.ToString());
    }

    private async Task AddAsync(StringBuilder page, string command, string user, string space, string address, params string[] more)
    {
        var result = await shop.RunAsAsync(user, [command, "-n", space, address, .. more]);
        page.AppendLine(CultureInfo.InvariantCulture, $"  {command,-6} {result.Code}{Reason(result)}");
    }

    // What was chosen, or what would have to be allowed.
    private static string Words(string json)
    {
        if (json.Length == 0)
        {
            return "";
        }

        var plan = JsonNode.Parse(json)!;
        var denied = plan["permissions"]!.AsArray().Where(permission => !(bool)permission!["allowed"]!).Select(permission => $"{permission!["verb"]} {permission["resource"]}");
        return plan["chosen"] is JsonObject chosen
            ? $"  {chosen["technique"]} {chosen["profile"]} as {chosen["securityContext"]?["runAsUser"]}:{chosen["securityContext"]?["runAsGroup"]}"
            : $"\n           not allowed: {string.Join(", ", denied)}";
    }

    // The last words, which are the error and its hint; names of pods are made up anew in each run.
    private static string Reason(CommandResult result) => result.Code == 0
        ? ""
        : string.Concat(result.Error.Split('\n').SkipWhile(line => !line.StartsWith("debugdeck: ", StringComparison.Ordinal)).Where(line => line.Length > 0).Select(line => $"\n           {PodName().Replace(line, "$1-…")}"));

    [GeneratedRegex("(checkout|dns-dotnet|vault-agent)-[a-z0-9]+-[a-z0-9]+")]
    private static partial Regex PodName();
}
