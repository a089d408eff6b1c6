using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Tests.Anatomy;

/// <summary>Reads files as the product does: in rounds.</summary>
internal static class Reading
{
    public static async Task<ContainerReadings> OfAsync(IContainerFiles files, ContainerSetting setting)
    {
        var question = new ContainerQuestion(setting);
        return question.Answer(await CaptureRounds.RunAsync(files, [question], TestContext.Current.CancellationToken));
    }

    public static Task<ContainerReadings> OfAsync(IContainerFiles files, params string[] command) => OfAsync(files, new ContainerSetting { Command = command });
}
