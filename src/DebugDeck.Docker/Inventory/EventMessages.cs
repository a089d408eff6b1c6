using System.Text.Json;
using System.Text.Json.Serialization;

namespace DebugDeck.Docker.Inventory;

/// <summary>The engine's event stream: one JSON document a line.</summary>
internal static class EventMessages
{
    /// <summary>What a line means for the inventory; null if nothing.</summary>
    public static ContainerEvent? Parse(string line)
    {
        EventMessage? message;
        try
        {
            message = JsonSerializer.Deserialize(line, EventJson.Default.EventMessage);
        }
        catch (JsonException)
        {
            // A line that is not understood must not end the watch: the next one would do so again after every reconnect.
            return null;
        }

        return message is { Type: "container", Action: { } action, Actor.ID: { Length: > 0 } id } && ChangesInventory(action)
            ? new ContainerEvent(id, action is "destroy" or "remove")
            : null;
    }

    // Whatever is not known is looked at: one inspection too many is cheap, a change missed is a lie.
    // These come by the dozen (health checks are execs) and change nothing that is shown.
    private static bool ChangesInventory(string action) => !(
        action is "attach" or "detach" or "resize" or "top" or "export" or "copy" or "commit" or "archive-path" or "extract-to-dir" or "exec" or "exec_died"
        || action.StartsWith("exec_", StringComparison.Ordinal));
}

/// <summary>The parts of an event that we read.</summary>
internal sealed record EventMessage(string? Type, string? Action, EventActor? Actor);

/// <summary>Whom an event is about.</summary>
internal sealed record EventActor(string? ID);

[JsonSourceGenerationOptions]
[JsonSerializable(typeof(EventMessage))]
internal sealed partial class EventJson : JsonSerializerContext;
