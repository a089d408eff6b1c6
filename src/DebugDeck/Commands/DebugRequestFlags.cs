using System.CommandLine;
using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Text;

namespace DebugDeck.Commands;

/// <summary>The flags behind a <see cref="DebugRequest"/>, alike for <c>plan</c> and <c>debug</c>.</summary>
internal sealed class DebugRequestFlags
{
    private static readonly string[] Profiles = ["auto", "general", "baseline", "restricted", "netadmin", "sysadmin"];
    private static readonly DebugRequest Usual = new();

    public DebugRequestFlags()
    {
        Toolbox.CompletionSources.Add("busybox", "netshoot");
        Profile.CompletionSources.Add(Profiles);
    }

    public Option<string> Toolbox { get; } = new("--toolbox")
    {
        Description = "The tools: busybox (the default), netshoot, a name from the settings, or any image",
        HelpName = "NAME",
        DefaultValueFactory = _ => Usual.Toolbox,
    };

    public Option<string> Profile { get; } = new("--profile")
    {
        Description = "The privileges: auto (the default: the least that will work), general, baseline, restricted, netadmin or sysadmin; engines know only auto",
        HelpName = "NAME",
        DefaultValueFactory = _ => Usual.Profile,
    };

    public Option<string> TimeLimit { get; } = new("--time-limit")
    {
        Description = "The debug container ends itself after this long (1h by default; 10m, 2h30m)",
        HelpName = "TIME",
    };

    /// <exception cref="DebugDeckException">Usage.</exception>
    public DebugRequest Read(ParseResult parsed)
    {
        var profile = parsed.GetRequiredValue(Profile);
        return new DebugRequest
        {
            Toolbox = parsed.GetRequiredValue(Toolbox),
            Profile = Profiles.Contains(profile)
                ? profile
                : throw new DebugDeckException(ErrorKind.Usage, $"there is no profile '{profile}'", $"the profiles are {string.Join(", ", Profiles)}"),
            TimeLimit = parsed.GetValue(TimeLimit) is { } limit ? ReadLimit(limit) : Usual.TimeLimit,
        };
    }

    private static TimeSpan ReadLimit(string text) => Duration.TryParse(text, out var limit) && limit >= TimeSpan.FromSeconds(1)
        ? limit
        : throw new DebugDeckException(ErrorKind.Usage, $"'{text}' is no time limit", "write a number and a unit: 90s, 10m, 2h30m, 1d");
}
