using DebugDeck.Practice.Lifecycle;

namespace DebugDeck.Practice.Tests.Access;

/// <summary>The practice kernel answers as the real one did, in every cell of the measured table.</summary>
public sealed class AccessMatrixTests
{
    public static TheoryData<string, string> Rows => [.. AccessMatrix.Rows.Select(row => (row.Target, row.Debugger))];

    [Fact]
    public void The_table_has_eight_targets_and_twelve_ways_each()
    {
        Assert.Equal(96, AccessMatrix.Rows.Count);
        Assert.Equal(8, AccessMatrix.Rows.Select(row => row.Target).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_cell_is_as_it_was_measured(string target, string debugger)
    {
        var row = AccessMatrix.Rows.Single(row => row.Target == target && row.Debugger == debugger);
        if (row.Refusal is { } refusal)
        {
            var error = Assert.Throws<ContainerConfigException>(() => new MatrixScene(target, debugger));
            Assert.Equal(refusal, "CreateContainerConfigError: " + error.Message);
            return;
        }

        var probes = new MatrixProbes(new MatrixScene(target, debugger));
        var measured = row.Cells.Keys.ToDictionary(column => column, probes.Measure);
        Assert.Equal(row.Cells, measured);
    }
}
