using DebugDeck.Core.Anatomy;

namespace DebugDeck.Core.Tests.Anatomy.Programs;

public sealed class LibraryTests
{
    private const string Uses = "int helper(void); int main(void) { return helper(); }";

    [Fact]
    public async Task A_library_that_is_nowhere_is_named_with_where_it_was_looked_for()
    {
        using var image = await TreeAsync();

        var problem = Assert.Single((await image.ReadAsync("/opt/app/bin/app")).EntryPoint.Problems);

        Assert.Equal("program.library-missing", problem.Rule);
        var evidence = Assert.Single(problem.Evidence);
        Assert.Equal("libhelper.so", evidence.Path);
        Assert.Contains($"/lib/{Compiled.Machine.Triplet}", evidence.Detail, StringComparison.Ordinal);
        Assert.Contains("needed by /opt/app/bin/app", evidence.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/usr/lib")]
    [InlineData("/lib64")]
    public async Task A_library_in_a_folder_of_the_loaders_own_is_found(string folder)
    {
        using var image = await TreeAsync();
        image.Copy(await HelperAsync(), $"{folder}/libhelper.so");

        Assert.Empty((await image.ReadAsync("/opt/app/bin/app")).EntryPoint.Problems);
    }

    [Theory]
    [InlineData("-Wl,--enable-new-dtags,-rpath,$ORIGIN/../lib")]
    [InlineData("-Wl,--disable-new-dtags,-rpath,$ORIGIN/../lib")]
    [InlineData("-Wl,-rpath,/opt/app/lib")]
    public async Task A_library_beside_the_program_is_found_if_the_program_says_so(string option)
    {
        using var image = await TreeAsync(option);
        image.Copy(await HelperAsync(), "/opt/app/lib/libhelper.so");

        Assert.Empty((await image.ReadAsync("/opt/app/bin/app")).EntryPoint.Problems);
    }

    [Fact]
    public async Task Origin_is_where_the_program_really_is_and_not_where_a_link_to_it_is()
    {
        using var image = await TreeAsync("-Wl,-rpath,$ORIGIN/../lib");
        image.Copy(await HelperAsync(), "/opt/app/lib/libhelper.so").Link("/usr/bin/app", "/opt/app/bin/app");

        var read = (await image.ReadAsync("app")).EntryPoint;

        Assert.Equal("/usr/bin/app", read.Path);
        Assert.Equal("/opt/app/bin/app", read.RealPath);
        Assert.Empty(read.Problems);
    }

    [Fact]
    public async Task The_environment_adds_folders()
    {
        using var image = await TreeAsync();
        image.Copy(await HelperAsync(), "/opt/extra/libhelper.so");

        var read = await image.ReadAsync(new ContainerSetting
        {
            Command = ["/opt/app/bin/app"],
            Environment = new Dictionary<string, string> { ["LD_LIBRARY_PATH"] = "/nowhere:/opt/extra" },
        });

        Assert.Empty(read.EntryPoint.Problems);
    }

    [Fact]
    public async Task A_library_that_a_library_needs_is_missed_too()
    {
        var inner = await Compiled.SourceAsync("int inner(void) { return 0; }", "gcc", "-shared", "-fPIC", "-Wl,-soname,libinner.so");
        using var image = await TreeAsync();
        image.Copy(await Compiled.SourceAsync("int inner(void); int helper(void) { return inner(); }", "gcc", "-shared", "-fPIC", "-Wl,-soname,libhelper.so", "-Wl,--no-as-needed", "-x", "none", inner), "/usr/lib/libhelper.so");

        var missing = Assert.Single(Assert.Single((await image.ReadAsync("/opt/app/bin/app")).EntryPoint.Problems).Evidence);

        Assert.Equal("libinner.so", missing.Path);
        Assert.Contains("needed by /usr/lib/libhelper.so", missing.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_library_for_another_architecture_is_passed_over_and_named()
    {
        using var image = await TreeAsync();
        var other = await File.ReadAllBytesAsync(await HelperAsync(), TestContext.Current.CancellationToken);
        other[18] = 22;
        image.Bytes("/usr/lib/libhelper.so", other);

        var missing = Assert.Single(Assert.Single((await image.ReadAsync("/opt/app/bin/app")).EntryPoint.Problems).Evidence);

        Assert.Contains("/usr/lib/libhelper.so is for another architecture", missing.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_loaders_cache_leads_to_folders_that_it_does_not_know_by_itself()
    {
        using var image = await TreeAsync();
        image.Copy(await HelperAsync(), "/usr/local/lib/libhelper.so");
        var without = await image.ReadAsync("/opt/app/bin/app");
        image.Text("/etc/ld.so.conf", "/usr/local/lib\n");
        await CliWrap.Cli.Wrap("/sbin/ldconfig").WithArguments(["-r", image.Files.Root]).ExecuteAsync(TestContext.Current.CancellationToken);

        var with = await image.ReadAsync("/opt/app/bin/app");

        Assert.Equal("program.library-missing", Assert.Single(without.EntryPoint.Problems).Rule);
        Assert.Empty(with.EntryPoint.Problems);
    }

    [Fact]
    public async Task Musl_looks_where_its_path_file_says()
    {
        var helper = await Compiled.SourceAsync("int helper(void) { return 0; }", "musl-gcc", "-shared", "-fPIC", "-Wl,-soname,libhelper.so");
        using var image = new LocalTree()
            .Copy(await Compiled.SourceAsync(Uses, "musl-gcc", "-x", "none", helper), "/app")
            .Copy(Compiled.Machine.MuslLoader, Compiled.Machine.MuslLoader)
            .Copy(helper, "/opt/lib/libhelper.so");
        var without = await image.ReadAsync("/app");
        image.Text($"/etc/ld-musl-{Compiled.Machine.MuslName}.path", "/lib:/usr/lib\n/opt/lib\n");

        var with = await image.ReadAsync("/app");

        Assert.Contains("Error loading shared library libhelper.so", Assert.Single(without.EntryPoint.Problems).Explanation, StringComparison.Ordinal);
        Assert.Empty(with.EntryPoint.Problems);
    }

    private static Task<string> HelperAsync() => Compiled.SourceAsync("int helper(void) { return 0; }", "gcc", "-shared", "-fPIC", "-Wl,-soname,libhelper.so");

    private static async Task<LocalTree> TreeAsync(params string[] options)
    {
        var image = new LocalTree().Copy(await Compiled.SourceAsync(Uses, "gcc", [.. options, "-Wl,--allow-shlib-undefined", "-x", "none", await HelperAsync()]), "/opt/app/bin/app");
        await Glibc.InstallAsync(image);
        return image;
    }
}
