using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui.State;

public sealed class ListPositionTests
{
    [Fact]
    public void Moving_beyond_the_last_visible_row_scrolls_by_one()
    {
        var position = new ListPosition(9, 0).Move(Motion.Down, count: 100, height: 10);

        Assert.Equal(new ListPosition(10, 1), position);
    }

    [Fact]
    public void A_page_keeps_one_row_of_the_last_one()
    {
        var position = new ListPosition(0, 0).Move(Motion.PageDown, count: 100, height: 10);

        Assert.Equal(9, position.Selected);
    }

    [Fact]
    public void The_end_shows_a_full_page()
    {
        var position = default(ListPosition).Move(Motion.End, count: 100, height: 10);

        Assert.Equal(new ListPosition(99, 90), position);
    }

    [Fact]
    public void A_list_that_became_shorter_leaves_no_empty_rows()
    {
        var position = new ListPosition(50, 45).Select(50, count: 12, height: 10);

        Assert.Equal(new ListPosition(11, 2), position);
    }

    [Fact]
    public void The_wheel_pulls_the_selection_along_at_the_edge()
    {
        var position = new ListPosition(0, 0).Scroll(3, count: 100, height: 10);

        Assert.Equal(new ListPosition(3, 3), position);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(5, 0)]
    [InlineData(0, 0)]
    public void Nothing_to_show_or_no_room_is_no_reason_to_fail(int count, int height)
    {
        foreach (var motion in Enum.GetValues<Motion>())
        {
            var position = new ListPosition(3, 2).Move(motion, count, height).Scroll(5, count, height);

            Assert.InRange(position.Selected, 0, Math.Max(0, count - 1));
            Assert.InRange(position.Top, 0, position.Selected);
        }
    }
}
