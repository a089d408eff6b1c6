using DebugDeck.Core.Targets;
using DebugDeck.Docker.Inventory;

namespace DebugDeck.Docker.Tests.Inventory;

public sealed class TargetMatchTests
{
    private static readonly Target[] All = [Make("aa11", "web"), Make("aa22", "aa1"), Make("bb33", "shop-web-1", "web"), Make("bb44", "shop-web-2", "worker"), Make("cc55", "x", "worker")];

    [Theory]
    [InlineData("web", "aa11")]
    [InlineData("/web", "aa11")]
    [InlineData("aa1", "aa22")]
    [InlineData("AA11", "aa11")]
    [InlineData("bb", "bb33,bb44")]
    [InlineData("worker", "bb44,cc55")]
    [InlineData("nobody", "")]
    public void The_exact_name_wins_over_an_id_and_that_over_a_service(string wanted, string ids) =>
        Assert.Equal(ids, string.Join(',', TargetMatch.Find(All, wanted).Select(target => target.Id)));

    private static Target Make(string id, string name, string? service = null) => new()
    {
        Id = id,
        Name = name,
        Host = "docker",
        Image = "busybox",
        Address = new TargetAddress(AddressKind.Docker, name),
        Labels = service is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["com.docker.compose.service"] = service },
    };
}
