using CsCheck;
using DebugDeck.Core.Playbooks.Files;

namespace DebugDeck.Core.Tests.Playbooks.Files;

/// <summary>A file that somebody else wrote must not bring the program down, whatever is in it.</summary>
public sealed class PlaybookHostileTests
{
    private static readonly string[] Pieces =
    [
        "version: 1", "name: x", "title: [a, {b: c}]", "summary: s", "steps:", "  - id: a", "    probe: {file: /x}", "    when: step.a", "    expect: &a {exists: true}",
        "    finding: *a", "inputs: *a", "? [complex, key]", ": value", "symptoms: {}", "  - matches: '((((a*)*)*)*)*b'", "- ", "\t", "--- ", "...", "!!binary x", "links: 3",
    ];

    [Fact]
    public void Any_mixture_of_lines_is_a_playbook_or_has_problems() => Gen.Int[0, Pieces.Length - 1].Select(at => Pieces[at]).List[0, 25].Sample(lines =>
    {
        var reading = PlaybookReader.Read(string.Join('\n', lines), "x");
        Assert.True(reading.Playbook is not null || reading.Problems.Count > 0);
    });

    [Fact]
    public void Any_text_is_a_playbook_or_has_problems() => Gen.String[0, 200].Sample(text =>
    {
        var reading = PlaybookReader.Read(text, "x");
        Assert.True(reading.Playbook is not null || reading.Problems.Count > 0);
    });

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 100_000)]
    [InlineData("- ", 100_000)]
    public void Endless_nesting_is_a_problem_and_not_the_end_of_the_program(string piece, int times) =>
        Assert.NotEmpty(PlaybookReader.Read(string.Concat(Enumerable.Repeat(piece, times)), "x").Problems);

    [Fact]
    public void A_mapping_that_contains_itself_is_a_problem() => Assert.NotEmpty(PlaybookReader.Read("version: 1\nname: &a {*a : *a}\n", "x").Problems);
}
