using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.TestKit;
using DebugDeck.Tui.Messages;
using DebugDeck.Tui.State;

namespace DebugDeck.Tests.Tui;

/// <summary>What containers are made of, on the screen.</summary>
public sealed class AnatomyScreenTests
{
    private const string Image = "sha256:1111111111111111111111111111111111111111111111111111111111111111";

    public static TheoryData<int, int> Sizes => new() { { 80, 24 }, { 160, 45 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task What_an_image_is_built_on_stands_in_the_list_and_beside_it(int columns, int rows)
    {
        var anatomy = await new ImageSubject(SampleImages.DistrolessBase().Program("/app")).ReadAsync(TestContext.Current.CancellationToken);
        using var deck = Deck(columns, rows);

        deck.Tell(new HostMessage.BaseFound(Image, BaseSummary.Of(anatomy.Look)));

        Golden.Matches($"bases-{columns}x{rows}", deck.Screen);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task The_anatomy_is_a_part_of_the_details(int columns, int rows)
    {
        using var deck = await DetailsAsync(columns, rows);

        deck.Press(columns == 80 ? "PageDown" : "Home");

        Golden.Matches($"anatomy-{columns}x{rows}", deck.Screen);
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task What_it_rests_on_is_unfolded_with_a_key(int columns, int rows)
    {
        using var deck = await DetailsAsync(columns, rows);

        deck.Press("e", "PageDown");

        Golden.Matches($"anatomy-evidence-{columns}x{rows}", deck.Screen);
    }

    [Fact]
    public async Task The_same_key_folds_it_again()
    {
        using var deck = await DetailsAsync(160, 45);
        var folded = deck.Screen;

        deck.Press("e");
        var unfolded = deck.Screen;
        deck.Press("e");

        Assert.NotEqual(folded, unfolded);
        Assert.Equal(folded, deck.Screen);
    }

    [Fact]
    public async Task A_look_at_a_container_tells_the_list_as_well()
    {
        using var deck = await DetailsAsync(160, 45);

        deck.Press("Esc");

        Assert.Contains(" distroless  glibc 2.36", deck.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_an_earlier_question_changes_nothing()
    {
        var anatomy = await new ImageSubject(SampleImages.Alpine()).ReadAsync(TestContext.Current.CancellationToken);
        using var deck = Deck(160, 45);

        deck.Press("Enter", "r").Tell(new DetailsMessage.AnatomyRead(deck.Page!.Id, 0, anatomy));

        Assert.Null(Assert.IsType<DetailsPage>(deck.Page).Anatomy);
    }

    [Fact]
    public void Why_it_could_not_be_told_is_said()
    {
        using var deck = Deck(160, 45);

        deck.Press("Enter").Tell(new DetailsMessage.AnatomyFailed(deck.Page!.Id, 0, new Problem("the engine does not answer", "docker info")));

        Assert.Contains("it could not be told: the engine does not answer", deck.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_sorted_by_libc()
    {
        var anatomy = await new ImageSubject(SampleImages.DistrolessBase().Program("/app")).ReadAsync(TestContext.Current.CancellationToken);
        using var deck = Deck(160, 45);

        deck.Press("B").Tell(new HostMessage.BaseFound(Image, BaseSummary.Of(anatomy.Look)));

        // Unknown, then glibc, then what only the name gives away.
        var libcs = deck.State.Inventory.Rows.Select(key => deck.State.BaseOf(deck.State.Targets[key]).Libc).ToList();
        Assert.Equal(["?", "?", "glibc 2.36", "~glibc", "~glibc", "~musl"], libcs);
    }

    private static DeckDriver Deck(int columns, int rows)
    {
        var targets = Sample.Targets.Select((target, at) => target with { ImageId = target.Name == "api" ? Image : $"sha256:{at}" }).ToList();
        return DeckDriver.With(targets, columns, rows);
    }

    private static async Task<DeckDriver> DetailsAsync(int columns, int rows)
    {
        var subject = new ImageSubject(SampleImages.DistrolessBase().Program("/app").File("/srv/.env", "PASSWORD=x"));
        var anatomy = await subject.ReadAsync(TestContext.Current.CancellationToken);
        var deck = Deck(columns, rows);
        deck.Press("Enter").Tell(new DetailsMessage.AnatomyRead(deck.Page!.Id, 0, anatomy));
        return deck;
    }
}
