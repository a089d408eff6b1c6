using DebugDeck.Practice.Containers;

namespace DebugDeck.Practice.Worlds.Reading;

/// <summary>Reads a user and what is granted to it.</summary>
internal static class UserReader
{
    public static WorldUser Read(YamlMap map)
    {
        var user = new WorldUser(map.DemandText("name"), map.Texts("groups"), map.Text("namespace") ?? "default", [.. map.Maps("grants").SelectMany(Grants)]);
        map.Finish();
        return user;
    }

    private static IEnumerable<RoleGrant> Grants(YamlMap map)
    {
        var (binding, role) = (map.DemandText("binding"), map.DemandText("role"));
        var rules = map.Maps("rules").Select(Rule).ToList();
        var namespaces = map.Texts("namespaces");
        map.Finish();
        return namespaces.Count == 0
            ? [new RoleGrant(binding, role, null, rules)]
            : namespaces.Select(name => new RoleGrant(binding, role, name, rules));
    }

    private static PolicyRule Rule(YamlMap map)
    {
        var rule = new PolicyRule(
            map.Texts("apiGroups") is { Count: > 0 } groups ? groups : [""], map.Texts("resources"), map.Texts("verbs"), map.Texts("resourceNames"));
        map.Finish();
        return rule;
    }
}
