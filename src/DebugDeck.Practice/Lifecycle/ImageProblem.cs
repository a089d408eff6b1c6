using System.Text.RegularExpressions;

namespace DebugDeck.Practice.Lifecycle;

/// <summary>Why an image is not even asked for.</summary>
/// <param name="Reason">The reason in the container's status.</param>
/// <param name="Event">The reason in the event.</param>
/// <param name="Message">The message of both.</param>
internal sealed partial record ImageProblem(string Reason, string Event, string Message)
{
    public static ImageProblem? Of(ContainerSlot slot)
    {
        if (Upper().Match(slot.Image) is { Success: true } upper)
        {
            var name = upper.Value.Trim('/').Split(':')[0];
            var why = $"Failed to apply default image tag \"{slot.Image}\": couldn't parse image name \"{slot.Image}\": invalid reference format: repository name ({name}) must be lowercase";
            return new ImageProblem("InvalidImageName", "InspectFailed", why);
        }

        return (string?)slot.Spec["imagePullPolicy"] == "Never"
            ? new ImageProblem("ErrImageNeverPull", "ErrImageNeverPull", $"Container image \"{slot.Image}\" is not present with pull policy of Never")
            : null;
    }

    [GeneratedRegex("(^|/)[a-z0-9._-]*[A-Z][A-Za-z0-9._-]*(:|$)")]
    private static partial Regex Upper();
}
