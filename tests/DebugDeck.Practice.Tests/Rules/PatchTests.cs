using System.Text.Json.Nodes;
using DebugDeck.Practice.Api;
using DebugDeck.Practice.Api.Writing.Patches;

namespace DebugDeck.Practice.Tests.Rules;

/// <summary>The three kinds of patches.</summary>
public sealed class PatchTests
{
    private const string Strategic = "application/strategic-merge-patch+json";
    private const string Merge = "application/merge-patch+json";
    private const string Json = "application/json-patch+json";

    [Theory]
    [InlineData("""{"a":1}""", """{"a":null}""", "{}")]
    [InlineData("""{"containers":[{"name":"a","image":"1"},{"name":"b"}]}""", """{"containers":[{"name":"a","image":"2"}]}""", """{"containers":[{"name":"a","image":"2"},{"name":"b"}]}""")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":[{"name":"n"}]}""", """{"containers":[{"name":"n"},{"name":"a"}]}""")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"$setElementOrder/containers":[{"name":"a"},{"name":"n"}],"containers":[{"name":"n"}]}""", """{"containers":[{"name":"a"},{"name":"n"}]}""")]
    [InlineData("""{"containers":[{"name":"a"},{"name":"b"}]}""", """{"containers":[{"name":"a","$patch":"delete"}]}""", """{"containers":[{"name":"b"}]}""")]
    [InlineData("""{"containers":[{"name":"a"},{"name":"b"}]}""", """{"containers":[{"$patch":"replace"},{"name":"c"}]}""", """{"containers":[{"name":"c"}]}""")]
    [InlineData("""{"ports":[{"containerPort":80,"name":"x"}]}""", """{"ports":[{"containerPort":80,"name":"y"}]}""", """{"ports":[{"containerPort":80,"name":"y"}]}""")]
    [InlineData("""{"args":["a","b"]}""", """{"args":["c"]}""", """{"args":["c"]}""")]
    [InlineData("""{"finalizers":["a"]}""", """{"finalizers":["b"]}""", """{"finalizers":["a","b"]}""")]
    [InlineData("""{"finalizers":["a","b"]}""", """{"$deleteFromPrimitiveList/finalizers":["a"]}""", """{"finalizers":["b"]}""")]
    [InlineData("""{"spec":{"a":1,"b":2}}""", """{"spec":{"$retainKeys":["b"],"b":3}}""", """{"spec":{"b":3}}""")]
    [InlineData("""{"spec":{"a":1}}""", """{"spec":{"$patch":"replace","b":3}}""", """{"spec":{"b":3}}""")]
    public void A_strategic_merge_knows_lists_by_their_keys(string current, string patch, string expected) => AssertPatched(Strategic, current, patch, expected);

    [Theory]
    [InlineData("""{"a":{"b":1,"c":2}}""", """{"a":{"b":null,"d":3}}""", """{"a":{"c":2,"d":3}}""")]
    [InlineData("""{"containers":[{"name":"a"}]}""", """{"containers":[{"name":"n"}]}""", """{"containers":[{"name":"n"}]}""")]
    public void A_merge_patch_replaces_lists(string current, string patch, string expected) => AssertPatched(Merge, current, patch, expected);

    [Theory]
    [InlineData("""{"a":[1,2]}""", """[{"op":"add","path":"/a/1","value":9}]""", """{"a":[1,9,2]}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"add","path":"/a/-","value":9}]""", """{"a":[1,2,9]}""")]
    [InlineData("""{"a":[1,2]}""", """[{"op":"remove","path":"/a/0"}]""", """{"a":[2]}""")]
    [InlineData("""{"x/y":{"~":1}}""", """[{"op":"replace","path":"/x~1y/~0","value":2}]""", """{"x/y":{"~":2}}""")]
    [InlineData("""{"a":1}""", """[{"op":"test","path":"/a","value":1},{"op":"move","from":"/a","path":"/b"},{"op":"copy","from":"/b","path":"/c"}]""", """{"b":1,"c":1}""")]
    public void A_json_patch_does_as_it_is_told(string current, string patch, string expected) => AssertPatched(Json, current, patch, expected);

    [Theory]
    [InlineData("""[{"op":"test","path":"/a","value":2}]""")]
    [InlineData("""[{"op":"remove","path":"/b"}]""")]
    [InlineData("""[{"op":"remove","path":""}]""")]
    [InlineData("""[{"op":"add","path":"/l/5","value":2}]""")]
    [InlineData("""[{"op":"dance","path":"/a"}]""")]
    public void A_json_patch_that_does_not_fit_is_refused(string patch)
    {
        var current = JsonNode.Parse("""{"a":1,"l":[]}""")!.AsObject();

        Assert.Equal(422, Assert.Throws<ApiException>(() => new Patch(Json, JsonNode.Parse(patch)!).Apply(current)).Code);
    }

    private static void AssertPatched(string type, string current, string patch, string expected)
    {
        var before = JsonNode.Parse(current)!.AsObject();

        var after = new Patch(type, JsonNode.Parse(patch)!).Apply(before);

        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), after.ToJsonString());
        Assert.Equal(JsonNode.Parse(current)!.ToJsonString(), before.ToJsonString());
    }
}
