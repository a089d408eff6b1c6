using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DebugDeck.Core.Anatomy.Knowledge;

/// <summary>The knowledge about families that comes with the program: one data file, <c>families.json</c>.</summary>
public static class KnowledgeBase
{
    private static readonly Lazy<FrozenDictionary<string, FamilyKnowledge>> Families = new(Read);

    public static IEnumerable<FamilyKnowledge> All => Families.Value.Values;

    public static FamilyKnowledge? Of(string family) => Families.Value.GetValueOrDefault(family);

    private static FrozenDictionary<string, FamilyKnowledge> Read()
    {
        using var file = typeof(KnowledgeBase).Assembly.GetManifestResourceStream("families.json") ?? throw new InvalidOperationException("families.json is not in the assembly");
        return JsonSerializer.Deserialize(file, KnowledgeJson.Default.KnowledgeFile)!.Families.ToFrozenDictionary(family => family.Id);
    }
}

/// <summary>The data file as a whole.</summary>
internal sealed record KnowledgeFile(IReadOnlyList<FamilyKnowledge> Families);

// A name that is misspelt in the data file would be knowledge that nobody ever sees.
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(KnowledgeFile))]
internal sealed partial class KnowledgeJson : JsonSerializerContext;
