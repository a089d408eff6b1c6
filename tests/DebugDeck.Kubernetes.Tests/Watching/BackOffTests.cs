using DebugDeck.Kubernetes.Watching;
using Microsoft.Extensions.Time.Testing;

namespace DebugDeck.Kubernetes.Tests.Watching;

public sealed class BackOffTests
{
    private readonly BackOff _backOff = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(30), new FakeTimeProvider(), new Random(1));

    [Fact]
    public void Pauses_double_up_to_the_longest_and_are_never_quite_the_same()
    {
        var pauses = Enumerable.Range(0, 40).Select(_ => _backOff.Next()).ToArray();

        Assert.InRange(pauses[0], TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500));
        Assert.InRange(pauses[3], TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4));
        Assert.All(pauses[7..], pause => Assert.InRange(pause, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30)));
        Assert.True(pauses[7..].Distinct().Count() > 20);
    }

    [Fact]
    public void After_a_success_it_starts_small_again()
    {
        for (var i = 0; i < 10; i++)
        {
            _backOff.Next();
        }

        _backOff.Succeeded();

        Assert.InRange(_backOff.Next(), TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500));
    }
}
