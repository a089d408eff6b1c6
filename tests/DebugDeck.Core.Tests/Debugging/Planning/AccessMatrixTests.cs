using DebugDeck.Core.Debugging.Planning;

namespace DebugDeck.Core.Tests.Debugging.Planning;

/// <summary>What we predict is what was measured on a real node, in every cell.</summary>
public sealed class AccessMatrixTests
{
    private static readonly TargetIdentity Busybox = new(0, 0, "image config");

    public static TheoryData<string, string> Rows => [.. MeasuredTable.Rows.Select(row => (row.Target, row.Debugger))];

    [Fact]
    public void The_table_has_eight_targets_and_twelve_ways_each()
    {
        Assert.Equal(96, MeasuredTable.Rows.Count);
        Assert.Equal(8, MeasuredTable.Rows.Select(row => row.Target).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_cell_is_predicted(string target, string debugger)
    {
        var row = MeasuredTable.Rows.Single(row => row.Target == target && row.Debugger == debugger);
        var kind = TableTarget.Of(target);

        var start = ContainerStart.Predict(TableDebuggers.Security(debugger), kind.Pod, Busybox, CapabilitySets.Containerd);

        Assert.Equal(row.Refusal, start.Refusal is { } refusal ? $"CreateContainerConfigError: {refusal}" : null);
        Assert.Equal(row.Cells, row.Cells.Keys.ToDictionary(column => column, column => Predict(column, kind, start.Rights)));
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void What_a_plan_says_it_will_see_is_what_was_seen(string target, string debugger)
    {
        var row = MeasuredTable.Rows.Single(row => row.Target == target && row.Debugger == debugger);
        var kind = TableTarget.Of(target);

        var outlook = Outlook.For(ContainerStart.Predict(TableDebuggers.Security(debugger), kind.Pod, Busybox, CapabilitySets.Containerd), kind.Rights, TableDebuggers.Security(debugger));

        Assert.Equal(row.Cells.GetValueOrDefault("root_ls") == "yes", outlook.Sees.Files);
        Assert.Equal(row.Cells.GetValueOrDefault("environ") == "yes", outlook.Sees.Environment);
        Assert.Equal(row.Cells.GetValueOrDefault("nettcp") == "yes", outlook.Sees.Processes);
    }

    private static string Predict(string column, TableTarget kind, ProcessRights debugger)
    {
        const long App = 65532;
        var target = kind.Rights;
        var access = new ProcessAccess(debugger, target);
        return column switch
        {
            "id" => $"{debugger.UserId}:{debugger.GroupId}",
            "own" => $"{target.UserId}:{target.GroupId}",
            "root_ls" => Word(access.MayReach(0, 0, 0b111_101_101, 5)),
            "applogs_ls" => Word(kind.HasAppFiles && access.MayReach(App, App, 0b111_000_000, 5) == true),
            "errlog_0640" => Word(kind.HasErrorLog && access.MayReach(App, App, 0b110_100_000, 4) == true && access.MayReach(App, App, 0b111_000_000, 1) == true),
            "config_0640" => Word(kind.HasAppFiles && access.MayReach(App, App, 0b110_100_000, 4) == true),
            "write_tmp" or "copyin_exec" => Word(kind.HasWritableTmp && access.MayReach(0, 0, 0b111_111_111, 3) == true),
            "environ" => Word(access.MayReadEnvironment),
            "exe_copy" => Word(access.MayReach(0, 0, kind.Dumpable == false ? 0b111_001_001 : 0b111_101_101, 4)),
            "fd_readlink" => Word(access.MayReadDescriptors),
            "maps" => Word(access.MayLook),
            "nettcp" => "yes",
            "kill0" => Word(access.MaySignal),
            "nsenter_mnt" => Word(access.MayEnterMounts),
            "chroot" => Word(access.MayChangeRoot),
            _ => throw new ArgumentOutOfRangeException(nameof(column), column, "not a column of the table"),
        };
    }

    private static string Word(bool? answer) => answer == true ? "yes" : "NO";
}
