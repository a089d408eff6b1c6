using System.Text;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Summary;
using DebugDeck.Core.Errors;
using DebugDeck.Core.Images;
using DebugDeck.Core.Images.Archives;
using DebugDeck.Core.Targets;
using DebugDeck.Docker.Registries;
using DebugDeck.Docker.Sessions;

namespace DebugDeck.Docker.Tests.Registries;

/// <summary>Images in registries: the same files as in an archive, with the user's logins, and nothing said to whom it is not for.</summary>
public sealed class ImageRegistryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("debugdeck-registry-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_image_is_the_same_from_a_registry_as_from_an_archive()
    {
        await using var registry = new LocalRegistry();
        var digest = SmallImage.PutInto(registry);
        var file = Path.Combine(_folder.FullName, "web.tar");
        await SmallImage.SaveAsync(file, Cancellation);

        using var client = Client();
        var found = await client.FindAsync(ImageReference.Parse($"{registry.Name}/shop/web:1.4"), null, Cancellation);
        await using var pulled = await found.OpenAsync(new Progress<string>(), Cancellation);
        await using var saved = await ImageArchive.OpenAsync(file, Cancellation);

        Assert.Equal(digest, found.Facts.Digest);
        Assert.Equal(await RowsAsync(saved), await RowsAsync(pulled));
        Assert.Null(await pulled.Files.StatAsync("/etc/motd", Cancellation));
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Basic")]
    public async Task The_login_that_docker_keeps_opens_the_registry(string challenge)
    {
        await using var registry = new LocalRegistry { Challenge = challenge };
        SmallImage.PutInto(registry);

        using var client = Client(Login(registry.Name, "ada:enigma"));
        var found = await client.FindAsync(ImageReference.Parse($"{registry.Name}/shop/web:1.4"), null, Cancellation);
        await using var image = await found.OpenAsync(new Progress<string>(), Cancellation);

        Assert.Equal("ID=alpine", Encoding.UTF8.GetString(await image.Files.ReadAsync("/etc/os-release", 9, Cancellation)));
        var basic = registry.Heard.Where(one => one.Authorization?.StartsWith("Basic", StringComparison.Ordinal) == true).Select(one => one.Path).ToHashSet();
        Assert.Equal(challenge == "Bearer", basic.SetEquals(["/token"]));
    }

    [Theory]
    [InlineData(null, "wants a login for shop/web, or has nothing of that name")]
    [InlineData("ada:wrong", "does not show shop/web to the login that docker keeps for it")]
    public async Task A_registry_that_lets_nobody_in_names_the_login_to_make(string? login, string words)
    {
        await using var registry = new LocalRegistry { Challenge = "Bearer" };
        SmallImage.PutInto(registry);

        var error = await FailAsync(registry, login is null ? null : Login(registry.Name, login));

        Assert.Equal(ErrorKind.NotPermitted, error.Kind);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
        Assert.Contains($"docker login {registry.Name}", error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_server_without_TLS_on_another_machine_is_not_told_the_login()
    {
        await using var registry = new LocalRegistry { Challenge = "Bearer", Realm = "http://192.0.2.1/token" };
        SmallImage.PutInto(registry);

        var error = await FailAsync(registry, Login(registry.Name, "ada:enigma"));

        Assert.Equal(ErrorKind.NotPermitted, error.Kind);
    }

    [Theory]
    [InlineData(403, ErrorKind.NotPermitted, "refuses shop/web")]
    [InlineData(404, ErrorKind.NotFound, "has no image")]
    [InlineData(429, ErrorKind.Failed, "has had too many requests from here")]
    [InlineData(503, ErrorKind.Unreachable, "answers with an error (503)")]
    [InlineData(418, ErrorKind.Failed, "answers 418")]
    public async Task What_a_registry_refuses_is_said_in_words(int status, ErrorKind kind, string words)
    {
        await using var registry = new LocalRegistry();
        registry.Instead = asked =>
        {
            LocalRegistry.Answer(asked, status);
            return true;
        };

        var error = await FailAsync(registry);

        Assert.Equal(kind, error.Kind);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registry_that_is_not_there_is_unreachable()
    {
        var registry = new LocalRegistry();
        await registry.DisposeAsync();

        var error = await FailAsync(registry);

        Assert.Equal((ErrorKind.Unreachable, $"nothing listens at {registry.Name}"), (error.Kind, error.Message));
    }

    [Fact]
    public async Task Another_host_that_serves_the_blobs_does_not_hear_what_opens_the_registry()
    {
        await using var store = new LocalRegistry();
        await using var registry = new LocalRegistry { Challenge = "Bearer" };
        SmallImage.PutInto(store);
        SmallImage.PutInto(registry);
        registry.Instead = asked =>
        {
            var isBlob = asked.Request.Url!.AbsolutePath.Contains("/blobs/", StringComparison.Ordinal);
            if (isBlob)
            {
                LocalRegistry.Answer(asked, 307, location: $"http://{store.Name}{asked.Request.Url.AbsolutePath}");
            }

            return isBlob;
        };

        using var client = Client(Login(registry.Name, "ada:enigma"));
        var found = await client.FindAsync(ImageReference.Parse($"{registry.Name}/shop/web:1.4"), null, Cancellation);
        await using var image = await found.OpenAsync(new Progress<string>(), Cancellation);

        Assert.NotEmpty(store.Heard);
        Assert.All(store.Heard, heard => Assert.Null(heard.Authorization));
    }

    [Theory]
    [InlineData("/v2/shop/web/manifests/1.4", "leads from one place to the next without end")]
    [InlineData("http://192.0.2.1/elsewhere", "which is not secure")]
    public async Task A_redirect_that_leads_nowhere_good_is_not_followed(string location, string words)
    {
        await using var registry = new LocalRegistry();
        registry.Instead = asked =>
        {
            LocalRegistry.Answer(asked, 302, location: location);
            return true;
        };

        Assert.Contains(words, (await FailAsync(registry)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_image_for_several_platforms_the_wanted_one_is_taken_and_that_is_said()
    {
        await using var registry = new LocalRegistry();
        var ours = SmallImage.PutInto(registry, tag: null);
        registry.AddManifest(Index(("arm64", ours), ("s390x", "sha256:" + new string('1', 64)), ("unknown", "sha256:" + new string('2', 64))), "1.4", "application/vnd.oci.image.index.v1+json");
        using var client = Client();
        var reference = ImageReference.Parse($"{registry.Name}/shop/web:1.4");

        var found = await client.FindAsync(reference, ImagePlatform.Parse("linux/arm64"), Cancellation);
        var error = await Assert.ThrowsAsync<DebugDeckException>(() => client.FindAsync(reference, ImagePlatform.Parse("linux/riscv64"), Cancellation));

        Assert.Equal(ours, found.Facts.Digest);
        Assert.Equal(["the image is built for several platforms; this is linux/arm64"], found.Notes);
        Assert.Equal((ErrorKind.NotFound, "--platform takes one of: linux/arm64, linux/s390x"), (error.Kind, error.Hint));
    }

    [Theory]
    [InlineData("other content", 0, "is not what its digest says")]
    [InlineData("", 1, "is longer than the manifest says")]
    public async Task A_layer_that_is_not_what_was_promised_is_refused(string content, int less, string words)
    {
        await using var registry = new LocalRegistry();
        var config = registry.AddBlob(Encoding.UTF8.GetBytes(SmallImage.Config));
        var bytes = content.Length > 0 ? Encoding.UTF8.GetBytes(content) : SmallImage.Layers[0];
        var digest = registry.AddBlob(bytes, content.Length > 0 ? "sha256:" + new string('a', 64) : null);
        registry.AddManifest(SmallImage.ManifestOf(config, [$$"""{"size":{{bytes.Length - less}},"digest":"{{digest}}"}"""]), "1.4");
        using var client = Client();
        var found = await client.FindAsync(ImageReference.Parse($"{registry.Name}/shop/web:1.4"), null, Cancellation);

        var error = await Assert.ThrowsAsync<DebugDeckException>(() => found.OpenAsync(new Progress<string>(), Cancellation));

        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "cannot be read")]
    [InlineData("""{"schemaVersion":1}""", "given up in 2016")]
    [InlineData("""{"schemaVersion":2,"layers":[]}""", "it is no image")]
    [InlineData("""{"schemaVersion":2,"config":{"digest":"../../x"},"layers":[]}""", "names no configuration")]
    [InlineData("""{"schemaVersion":2,"config":{},"layers":[{"digest":"sha256:../..","size":1}]}""", "layers that cannot be")]
    public async Task A_manifest_that_cannot_be_is_refused(string manifest, string words)
    {
        await using var registry = new LocalRegistry();
        registry.AddManifest(manifest, "1.4");

        Assert.Contains(words, (await FailAsync(registry)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_manifest_is_not_kept()
    {
        await using var registry = new LocalRegistry();
        registry.AddManifest(new string(' ', 5 * 1024 * 1024), "1.4");

        Assert.Contains("an answer of more than", (await FailAsync(registry)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Index(params (string Architecture, string Digest)[] images) =>
        $$"""{"schemaVersion":2,"manifests":[{{string.Join(',', images.Select(Entry))}}]}""";

    private static string Entry((string Architecture, string Digest) image) =>
        $$$"""{"digest":"{{{image.Digest}}}","size":1,"platform":{"os":"{{{(image.Architecture == "unknown" ? "unknown" : "linux")}}}","architecture":"{{{image.Architecture}}}"}}""";

    private static async Task<IReadOnlyList<string>> RowsAsync(IImageSource image)
    {
        var subject = AnatomySubject.Of(new TargetAddress(AddressKind.Image, "web"), image.Facts with { Reference = "web", Digest = "" });
        var anatomy = await AnatomyReader.ReadAsync(subject, image.Files, DateTimeOffset.UnixEpoch, Cancellation);
        return [.. AnatomySummary.Of(anatomy).Select(row => $"{row.Label}: {row.Value} {row.Confidence} {string.Join("; ", row.Evidence)}"), .. anatomy.Findings.Select(finding => finding.Title)];
    }

    private static async Task<DebugDeckException> FailAsync(LocalRegistry registry, string? config = null)
    {
        using var client = Client(config);
        return await Assert.ThrowsAsync<DebugDeckException>(() => client.FindAsync(ImageReference.Parse($"{registry.Name}/shop/web:1.4"), null, Cancellation));
    }

    private static ImageRegistry Client(string? config = null) => new(new RegistryCredentials(config ?? "/nowhere/config.json"));

    private string Login(string registry, string login)
    {
        var file = Path.Combine(_folder.FullName, "config.json");
        var auth = Convert.ToBase64String(Encoding.UTF8.GetBytes(login));
        File.WriteAllText(file, $$$$"""{"auths":{"{{{{registry}}}}":{"auth":"{{{{auth}}}}"}}}""");
        return file;
    }
}
