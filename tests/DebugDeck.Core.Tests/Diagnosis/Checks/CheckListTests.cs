using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Playbooks.Probes;

namespace DebugDeck.Core.Tests.Diagnosis.Checks;

public sealed class CheckListTests
{
    [Fact]
    public void Every_check_there_is_stands_in_the_list()
    {
        // The check of a playbook's own probe is made by its step.
        var written = typeof(ICheck).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ICheck)) && !type.IsAbstract && type != typeof(ProbeCheck));

        Assert.Equal(written.Select(type => type.Name).Order(), CheckList.All.Select(check => check.GetType().Name).Order());
    }

    [Fact]
    public void No_two_checks_have_one_name() => Assert.Equal(CheckList.All.Count, CheckList.All.Select(check => check.Name).Distinct().Count());
}
