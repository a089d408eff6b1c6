using DebugDeck.Docker.Inventory;

namespace DebugDeck.Docker.Tests.Inventory;

public sealed class EventMessagesTests
{
    [Theory]
    [InlineData("start")]
    [InlineData("die")]
    [InlineData("health_status: healthy")]
    [InlineData("an action of a later engine")]
    public void What_may_show_is_looked_at(string action) =>
        Assert.Equal(new ContainerEvent("abc", IsRemoval: false), EventMessages.Parse(Event(action)));

    [Theory]
    [InlineData("destroy")]
    [InlineData("remove")]
    public void A_removal_needs_no_look(string action) =>
        Assert.Equal(new ContainerEvent("abc", IsRemoval: true), EventMessages.Parse(Event(action)));

    [Theory]
    [InlineData("exec_create: sh -c true")]
    [InlineData("exec_die")]
    [InlineData("archive-path")]
    [InlineData("top")]
    public void What_never_shows_is_left_alone(string action) => Assert.Null(EventMessages.Parse(Event(action)));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"Type":"network","Action":"connect","Actor":{"ID":"abc"}}""")]
    [InlineData("""{"Type":"container","Action":"start"}""")]
    public void Other_lines_do_no_harm(string line) => Assert.Null(EventMessages.Parse(line));

    private static string Event(string action) =>
        $$$"""{"status":"{{{action}}}","id":"abc","Type":"container","Action":"{{{action}}}","Actor":{"ID":"abc","Attributes":{"name":"web"}},"time":1}""";
}
