using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace DebugDeck.Practice.Streams;

/// <summary>How a remote process ended, in the words of the kubelet and the runtime under it.</summary>
internal static class RemoteStatus
{
    public static JsonObject Success() => new() { ["metadata"] = new JsonObject(), ["status"] = "Success" };

    /// <summary>The process ended by itself. Version 5 goes through other code than those before, and it shows in the sentence.</summary>
    public static JsonObject Exit(int code, IReadOnlyList<string> command, StreamProtocol protocol)
    {
        if (code == 0)
            return Success();
        var how = protocol.CanCloseStdin
            ? $"command terminated with exit code {code}"
            : $"error executing command [{string.Join(' ', command)}], exit code {code}";
        return Failure($"command terminated with non-zero exit code: {how}", "NonZeroExitCode", new JsonObject { ["reason"] = "ExitCode", ["message"] = $"{code}" });
    }

    /// <summary>The runtime could not start the process.</summary>
    public static JsonObject StartFailed(string why, StreamProtocol protocol)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return Internal(
            $"error executing command in container: failed to exec in container: failed to start exec \"{id}\": OCI runtime exec failed: exec failed: {why}", protocol);
    }

    public static JsonObject Internal(string why, StreamProtocol protocol)
    {
        var cause = protocol.CanCloseStdin ? $"Internal error occurred: {why}" : why;
        var status = Failure($"Internal error occurred: {cause}", "InternalError", new JsonObject { ["message"] = cause });
        status["code"] = 500;
        return status;
    }

    private static JsonObject Failure(string message, string reason, JsonObject cause) => new()
    {
        ["metadata"] = new JsonObject(),
        ["status"] = "Failure",
        ["message"] = message,
        ["reason"] = reason,
        ["details"] = new JsonObject { ["causes"] = new JsonArray(cause) },
    };
}
