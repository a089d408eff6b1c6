using System.Runtime.CompilerServices;
using DebugDeck.Core.Diagnosis.Gathering;

namespace DebugDeck.Core.Tests.Diagnosis.Gathering;

public sealed class EvidenceListTests
{
    public static TheoryData<string> Requests => [.. RequestTypes.Select(type => type.Name)];

    private static IEnumerable<Type> RequestTypes => typeof(EvidenceRequest).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(EvidenceRequest)) && !type.IsAbstract);

    [Theory]
    [MemberData(nameof(Requests))]
    public void Every_request_has_one_kind_and_one_gatherer(string name)
    {
        var request = (EvidenceRequest)RuntimeHelpers.GetUninitializedObject(RequestTypes.Single(type => type.Name == name));

        Assert.Single(EvidenceKinds.All, kind => kind.Covers(request));
        Assert.Single(EvidenceGatherers.All, gatherer => gatherer.Covers(request));
    }

    [Fact]
    public void Every_gatherer_there_is_stands_in_the_list()
    {
        var written = typeof(IEvidenceGatherer).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IEvidenceGatherer)) && !type.IsAbstract);

        Assert.Equal(written.Select(type => type.Name).Order(), EvidenceGatherers.All.Select(gatherer => gatherer.GetType().Name).Order());
    }

    [Fact]
    public void No_two_kinds_have_one_name() => Assert.Equal(EvidenceKinds.All.Count, EvidenceKinds.All.Select(kind => kind.Name).Distinct().Count());
}
