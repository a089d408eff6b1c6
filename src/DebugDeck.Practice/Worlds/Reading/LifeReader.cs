using DebugDeck.Practice.Lifecycle;

namespace DebugDeck.Practice.Worlds.Reading;

/// <summary>Reads how a program lives.</summary>
internal static class LifeReader
{
    public static LifeScript Read(YamlMap map)
    {
        var script = new LifeScript
        {
            Start = map.Texts("start"),
            Repeat = map.Texts("repeat"),
            Every = map.Duration("every") ?? TimeSpan.FromSeconds(5),
            ExitAfter = map.Duration("exitAfter"),
            ExitCode = map.Number("exitCode", 0),
            OutOfMemory = map.Flag("outOfMemory"),
            Restarts = map.Number("restarts", 0),
            ForbidsDumping = map.Flag("forbidsDumping"),
            OpenFiles = map.Texts("openFiles"),
        };
        if (script.Every <= TimeSpan.Zero)
        {
            throw map.Error(map.Find("every"), "'every' is more than nothing");
        }

        map.Finish();
        return script;
    }
}
