using System.Text.Json;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Settings;

/// <summary>Reads the user's settings.</summary>
public static class SettingsFile
{
    /// <summary>Where the settings are, given the environment's <c>XDG_CONFIG_HOME</c> and the home directory.</summary>
    public static string Locate(string? xdgConfigHome, string home) =>
        Path.Combine(Path.IsPathRooted(xdgConfigHome) ? xdgConfigHome : Path.Combine(home, ".config"), "debugdeck", "config.json");

    /// <summary>The settings of the user that runs the program; the defaults where there is no file.</summary>
    /// <exception cref="DebugDeckException">Usage: the file cannot be understood.</exception>
    public static UserSettings Read() => Read(Locate(
        Environment.GetEnvironmentVariable("XDG_CONFIG_HOME"),
        Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)));

    /// <inheritdoc cref="Read()"/>
    public static UserSettings Read(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return UserSettings.Default;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new DebugDeckException(ErrorKind.Usage, $"the settings in {path} cannot be read: {unreadable.Message}", inner: unreadable);
        }

        return Parse(text, path);
    }

    /// <param name="text">The content of the file; comments and trailing commas are welcome.</param>
    /// <param name="path">Named in errors.</param>
    /// <exception cref="DebugDeckException">Usage, with the line.</exception>
    public static UserSettings Parse(string text, string path)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return UserSettings.Default;
        }

        try
        {
            var settings = JsonSerializer.Deserialize(text, SettingsJson.Default.UserSettings) ?? UserSettings.Default;

            // A section set to null is a section left out.
            return settings with { Mirrors = settings.Mirrors ?? UserSettings.Default.Mirrors, Toolboxes = settings.Toolboxes ?? UserSettings.Default.Toolboxes, Namespaces = settings.Namespaces ?? UserSettings.Default.Namespaces };
        }
        catch (JsonException error)
        {
            throw new DebugDeckException(
                ErrorKind.Usage,
                $"{path}:{(error.LineNumber ?? 0) + 1}: {FirstSentence(error.Message)}",
                "the settings are `mirrors` (reference prefix to prefix), `toolboxes` (name to image reference) and `namespaces` (a list of names)",
                error);
        }
    }

    // The rest repeats path, line and byte in the library's own words.
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).TrimEnd('.');
    }
}
