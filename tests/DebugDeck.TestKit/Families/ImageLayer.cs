using System.Formats.Tar;

namespace DebugDeck.TestKit.Families;

/// <summary>One layer of an image: one that <see cref="BaseLayers"/> has, or files that the test writes itself.</summary>
public sealed record ImageLayer
{
    private ImageLayer(string? name, Action<TarWriter, BaseLayers>? fill)
    {
        Name = name;
        Fill = fill;
    }

    public string? Name { get; }

    public Action<TarWriter, BaseLayers>? Fill { get; }

    public static implicit operator ImageLayer(string name) => new(name, null);

    public static ImageLayer Of(Action<TarWriter> fill) => new(null, (tar, _) => fill(tar));

    public static ImageLayer Of(Action<TarWriter, BaseLayers> fill) => new(null, fill);
}
