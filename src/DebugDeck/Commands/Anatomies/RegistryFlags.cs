using System.CommandLine;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;

namespace DebugDeck.Commands.Anatomies;

/// <summary><c>--registry</c> and <c>--platform</c>.</summary>
internal sealed class RegistryFlags
{
    public Option<bool> Ask { get; } = new("--registry")
    {
        Description = "Look at image:// in its registry instead of in an engine, and at the image of a container whose files cannot be seen; with the logins that docker keeps",
    };

    public Option<string> Platform { get; } = new("--platform") { Description = "Which image of several, for example linux/arm64; else this machine's. Only with --registry", HelpName = "OS/ARCH" };

    public RegistryOptions Read(ParseResult parsed)
    {
        var platform = parsed.GetValue(Platform) is { } text ? ImagePlatform.Parse(text) : null;
        return parsed.GetValue(Ask) || platform is null
            ? new RegistryOptions(parsed.GetValue(Ask), platform)
            : throw new DebugDeckException(ErrorKind.Usage, "--platform chooses among the images of a registry", "add --registry; an engine has an image for one platform only");
    }
}
