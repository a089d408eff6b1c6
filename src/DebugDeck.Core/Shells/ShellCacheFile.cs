using System.Text.Json;
using System.Text.Json.Serialization;

namespace DebugDeck.Core.Shells;

/// <summary>What <see cref="ShellCache"/> keeps on disk. Entries stand in the order they were learnt, so the oldest can be dropped.</summary>
internal sealed record ShellCacheFile(int Rules, IReadOnlyList<ShellCacheFile.Image> Images, IReadOnlyList<ShellCacheFile.Run> Runs)
{
    // Some 2 MB of file at most; a busy build machine makes containers all day.
    private const int MostImages = 4_000;
    private const int MostRuns = 8_000;

    public static ShellCacheFile Empty { get; } = new(ShellRules.Version, [], []);

    /// <summary>Reads the file. A file that is missing, damaged or made under other rules is an empty one: it is only a cache.</summary>
    public static async Task<ShellCacheFile> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = File.OpenRead(path);
            var read = await JsonSerializer.DeserializeAsync(file, ShellCacheJson.Default.ShellCacheFile, cancellationToken);
            return read is { Rules: ShellRules.Version, Images: not null, Runs: not null } ? read : Empty;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return Empty;
        }
    }

    /// <summary>Replaces the file as a whole, so that another process reads either the old or the new one.</summary>
    public async Task WriteAsync(string path, CancellationToken cancellationToken)
    {
        var kept = this with { Images = [.. Images.TakeLast(MostImages)], Runs = [.. Runs.TakeLast(MostRuns)] };
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        else
        {
            // What runs on a machine is nobody else's business (design.md 10).
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            await using (var file = new FileStream(temporary, options))
            {
                await JsonSerializer.SerializeAsync(file, kept, ShellCacheJson.Default.ShellCacheFile, cancellationToken);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    internal sealed record Image(string ImageId, string Folders, ShellVerdict Verdict, string? Path, IReadOnlyList<string> Evidence);

    internal sealed record Run(string ContainerId, DateTimeOffset? StartedAt, string ImageId, string Folders, DateTimeOffset ComparedAt);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ShellCacheFile))]
internal sealed partial class ShellCacheJson : JsonSerializerContext;
