namespace DebugDeck.TestKit.Families;

/// <summary>An image as a family's documentation lays it out, and what there is to say of it.</summary>
/// <param name="Name">Of the test, and of the image.</param>
/// <param name="Expected">What the one who made it knows: <c>FAMILY VARIANT VERSION | LIBC | SHELL | PACKAGE MANAGER</c>, a dash where there is none.</param>
/// <param name="Layers">The lowest first.</param>
public sealed record FamilyImage(string Name, string Expected, params ImageLayer[] Layers)
{
    public ImageConfig Config { get; init; } = new();

    /// <summary>How the layers are packed: <c>none</c>, <c>gzip</c> or <c>zstd</c>.</summary>
    public string Packing { get; init; } = "gzip";

    /// <summary>What the image is called; its file says so.</summary>
    public string Reference { get; init; } = "registry.example.com/shop/app:1.4.2";

    /// <summary>What is wrong with the program: the rules of the problems that there are. With none, the program runs.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The families that something speaks of although the image is not of them.</summary>
    public IReadOnlyList<string> Contradictions { get; init; } = [];

    public override string ToString() => Name;

    public OciImage Build(BaseLayers layers)
    {
        var image = new OciImage { Config = Config.ToJson(), Reference = Reference };
        foreach (var layer in Layers)
        {
            _ = layer.Name is { } name
                ? image.LayerFile(layers.Tar(name), name == "debian-slim" ? "none" : Packing)
                : image.Layer(tar => layer.Fill!(tar, layers), Packing);
        }

        return image;
    }
}
