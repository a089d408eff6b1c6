using System.Text.Json.Nodes;
using DebugDeck.Practice.Api.Tables;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Writing;

/// <summary>What a pod's ephemeral containers must be like: each by itself, and as a change of those before.</summary>
internal static class EphemeralContainerRules
{
    private const string NotForEphemeral = "cannot be set for an Ephemeral Container";

    private static readonly string[] ForbiddenFields =
        ["ports", "livenessProbe", "readinessProbe", "startupProbe", "lifecycle", "resources", "resizePolicy", "restartPolicy"];

    private static readonly string[] PullPolicies = ["Always", "IfNotPresent", "Never"];

    public static void Check(string pod, JsonObject current, JsonObject wanted)
    {
        var errors = CheckEach(wanted["spec"]!).Concat(CheckChange(current["spec"]!, wanted["spec"]!)).ToList();
        if (errors.Count > 0)
            throw ApiException.Invalid(ResourceCatalog.Pods, pod, errors);
    }

    private static IEnumerable<FieldError> CheckEach(JsonNode spec)
    {
        var regular = Cells.Items(spec["containers"]).Select(NameOf).ToHashSet();
        var taken = regular.Concat(Cells.Items(spec["initContainers"]).Select(NameOf)).ToHashSet();
        var volumes = Cells.Items(spec["volumes"]).Select(NameOf).ToHashSet();
        var index = 0;
        foreach (var container in Cells.Items(spec["ephemeralContainers"]))
        {
            var field = $"spec.ephemeralContainers[{index++}]";
            if (CheckName($"{field}.name", NameOf(container)) is { } badName)
                yield return badName;
            else if (!taken.Add(NameOf(container)))
                yield return FieldError.Duplicate($"{field}.name", NameOf(container));
            foreach (var error in CheckContent(field, container, volumes))
                yield return error;
            var target = Cells.Text(container["targetContainerName"], "");
            if (target.Length > 0 && !regular.Contains(target))
                yield return FieldError.NotFound($"{field}.targetContainerName", target);
        }
    }

    private static FieldError? CheckName(string field, string name)
    {
        return name.Length == 0 ? FieldError.Required(field) : NameRules.CheckLabel(field, name);
    }

    private static IEnumerable<FieldError> CheckContent(string field, JsonObject container, HashSet<string> volumes)
    {
        if (Cells.Text(container["image"], "").Length == 0)
            yield return FieldError.Required($"{field}.image");
        if (Cells.Text(container["imagePullPolicy"], "") is var policy && !PullPolicies.Contains(policy))
        {
            yield return new FieldError(
                $"{field}.imagePullPolicy", "FieldValueNotSupported", $"Unsupported value: \"{policy}\": supported values: \"Always\", \"IfNotPresent\", \"Never\"");
        }

        var mountIndex = 0;
        foreach (var mount in Cells.Items(container["volumeMounts"]))
        {
            var mountField = $"{field}.volumeMounts[{mountIndex++}]";
            if (!volumes.Contains(NameOf(mount)))
                yield return FieldError.NotFound($"{mountField}.name", NameOf(mount));
            if (Cells.Text(mount["mountPath"], "").Length == 0)
                yield return FieldError.Required($"{mountField}.mountPath");
            if (mount.ContainsKey("subPath"))
                yield return FieldError.Forbidden($"{mountField}.subPath", NotForEphemeral);
        }

        foreach (var name in ForbiddenFields)
        {
            // The server itself gives every container an empty "resources".
            if (container[name] is { } value && value is not JsonObject { Count: 0 })
                yield return FieldError.Forbidden($"{field}.{name}", NotForEphemeral);
        }
    }

    /// <summary>They can only be added: one that exists stays for ever as it is.</summary>
    private static IEnumerable<FieldError> CheckChange(JsonNode current, JsonNode wanted)
    {
        foreach (var before in Cells.Items(current["ephemeralContainers"]))
        {
            var after = Cells.Items(wanted["ephemeralContainers"]).FirstOrDefault(container => NameOf(container) == NameOf(before));
            if (after is null)
                yield return FieldError.Forbidden("spec.ephemeralContainers", $"existing ephemeral containers \"{NameOf(before)}\" may not be removed\n");
            else if (!JsonNode.DeepEquals(before, after))
                yield return FieldError.Forbidden("spec.ephemeralContainers", $"existing ephemeral containers \"{NameOf(before)}\" may not be changed\n");
        }
    }

    private static string NameOf(JsonObject item) => Cells.Text(item["name"], "");
}
