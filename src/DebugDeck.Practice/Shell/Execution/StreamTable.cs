using System.Collections.Immutable;

namespace DebugDeck.Practice.Shell.Execution;

/// <summary>The open descriptors of a command.</summary>
internal sealed record StreamTable(ImmutableDictionary<int, Stream> Streams)
{
    public StreamTable(Stream input, Stream output, Stream errors)
        : this(ImmutableDictionary<int, Stream>.Empty.Add(0, input).Add(1, output).Add(2, errors))
    {
    }

    public Stream In => Streams.GetValueOrDefault(0, Stream.Null);

    public Stream Out => Streams.GetValueOrDefault(1, Stream.Null);

    public Stream Errors => Streams.GetValueOrDefault(2, Stream.Null);

    public StreamTable With(int descriptor, Stream stream) => new(Streams.SetItem(descriptor, stream));

    public StreamTable Without(int descriptor) => new(Streams.Remove(descriptor));
}
