using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Programs;

namespace DebugDeck.Core.Tests.Anatomy.Programs;

public sealed class LinkageTests
{
    [Fact]
    public async Task A_static_program_runs_in_an_empty_image()
    {
        using var image = new LocalTree().Copy(await Compiled.ProgramAsync("gcc", "-static"), "/app");

        var read = await image.ReadAsync("/app");

        Assert.Equal(Linkage.Static, read.EntryPoint.Linkage);
        Assert.Null(read.EntryPoint.Interpreter);
        Assert.Equal(LibcKind.None, read.EntryPoint.Libc.Kind);
        Assert.Equal(LibcKind.None, read.Libc.Kind);
        Assert.Equal(Compiled.Machine.Architecture, read.EntryPoint.Architecture);
        Assert.Equal(RuntimeIds.Native, read.EntryPoint.Runtime?.Id);
        Assert.Empty(read.EntryPoint.Problems);
    }

    [Fact]
    public async Task A_static_program_that_moves_itself_is_static_pie()
    {
        using var image = new LocalTree().Copy(await Compiled.ProgramAsync("gcc", "-static-pie"), "/app");

        var read = await image.ReadAsync("/app");

        Assert.Equal(Linkage.StaticPie, read.EntryPoint.Linkage);
        Assert.Empty(read.EntryPoint.Problems);
    }

    [Theory]
    [InlineData("-pie")]
    [InlineData("-no-pie")]
    public async Task A_dynamic_program_with_its_loader_and_libraries_has_no_problem(string kind)
    {
        using var image = new LocalTree().Copy(await Compiled.ProgramAsync("gcc", kind), "/app");
        await Glibc.InstallAsync(image);

        var read = await image.ReadAsync("/app");

        Assert.Equal(Linkage.Dynamic, read.EntryPoint.Linkage);
        Assert.Equal(Compiled.Machine.GlibcLoader, read.EntryPoint.Interpreter);
        Assert.Equal(["libc.so.6"], read.EntryPoint.Needed);
        Assert.Equal(LibcKind.Glibc, read.EntryPoint.Libc.Kind);
        Assert.StartsWith("2.", read.EntryPoint.Libc.Version, StringComparison.Ordinal);
        Assert.Equal(LibcKind.Glibc, read.Libc.Kind);
        Assert.Empty(read.EntryPoint.Problems);
    }

    [Fact]
    public async Task Glibcs_version_is_read_from_the_library_where_no_package_tells_it()
    {
        using var image = new LocalTree();
        await Glibc.InstallAsync(image);

        var read = await image.ReadAsync("/app");

        Assert.Equal(await Glibc.VersionAsync(), read.Libc.Version);
    }

    [Fact]
    public async Task Musls_version_is_read_from_its_loader_where_no_package_tells_it()
    {
        using var image = new LocalTree().Copy(await Compiled.ProgramAsync("musl-gcc"), "/app").Copy(Compiled.Machine.MuslLoader, Compiled.Machine.MuslLoader);

        var read = await image.ReadAsync("/app");

        Assert.Equal(LibcKind.Musl, read.Libc.Kind);
        Assert.Matches(@"^1\.\d+\.\d+$", read.Libc.Version!);
        Assert.Equal(LibcKind.Musl, read.EntryPoint.Libc.Kind);
        Assert.Empty(read.EntryPoint.Problems);
    }

    [Fact]
    public async Task A_glibc_program_in_an_empty_image_lacks_its_loader()
    {
        using var image = new LocalTree().Copy(await Compiled.ProgramAsync("gcc"), "/app");

        var problem = Assert.Single((await image.ReadAsync("/app")).EntryPoint.Problems);

        Assert.Equal("program.loader-missing", problem.Rule);
        Assert.Contains("no C library", problem.Title, StringComparison.Ordinal);
        Assert.Contains(problem.Evidence, evidence => evidence.Path == Compiled.Machine.GlibcLoader && evidence.Detail == "not there");
    }

    [Fact]
    public async Task A_glibc_program_on_musl_is_told_from_a_missing_file()
    {
        using var image = new LocalTree().Copy(await Compiled.ProgramAsync("gcc"), "/app");
        Assert.SkipUnless(File.Exists(Compiled.Machine.MuslLoader), "needs musl");
        image.Copy(Compiled.Machine.MuslLoader, Compiled.Machine.MuslLoader);

        var problem = Assert.Single((await image.ReadAsync("/app")).EntryPoint.Problems);

        Assert.Equal("program.glibc-on-musl", problem.Rule);
        Assert.Contains("although the program is there", problem.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_musl_program_on_glibc_is_told_from_a_missing_file()
    {
        using var image = new LocalTree().Copy(await Compiled.ProgramAsync("musl-gcc"), "/app");
        await Glibc.InstallAsync(image);

        var problem = Assert.Single((await image.ReadAsync("/app")).EntryPoint.Problems);

        Assert.Equal("program.musl-on-glibc", problem.Rule);
    }

    [Fact]
    public async Task Glibcs_loader_on_musl_is_enough_as_a_package_that_imitates_glibc_brings_it()
    {
        using var image = new LocalTree().Copy(await Compiled.ProgramAsync("gcc"), "/app");
        await Glibc.InstallAsync(image);
        image.Text(Compiled.Machine.MuslLoader, "a stand-in");

        Assert.Empty((await image.ReadAsync("/app")).EntryPoint.Problems);
    }

    [Fact]
    public async Task A_loader_at_a_place_of_its_own_is_named_when_it_is_missing()
    {
        using var image = new LocalTree().Copy(await Compiled.ProgramAsync("gcc", "-Wl,--dynamic-linker=/opt/odd/ld.so.9"), "/app");
        await Glibc.InstallAsync(image);

        var problem = Assert.Single((await image.ReadAsync("/app")).EntryPoint.Problems);

        Assert.Equal("program.loader-missing", problem.Rule);
        Assert.Contains("/opt/odd/ld.so.9", problem.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_for_another_architecture_is_told()
    {
        using var image = new LocalTree().Copy(await Compiled.ProgramAsync("gcc", "-static"), "/app");

        var problem = Assert.Single((await image.ReadAsync(new ContainerSetting { Command = ["/app"], Architecture = "s390x" })).EntryPoint.Problems);

        Assert.Equal("program.architecture", problem.Rule);
        Assert.Equal($"/app is built for {Compiled.Machine.Architecture}, the image is for s390x", problem.Title);
    }

    [Fact]
    public async Task A_program_that_was_not_copied_as_a_whole_is_told()
    {
        var whole = await File.ReadAllBytesAsync(await Compiled.ProgramAsync("gcc", "-static"), TestContext.Current.CancellationToken);
        using var image = new LocalTree().Bytes("/app", whole[..(whole.Length / 2)]);

        Assert.Equal("program.cut-off", Assert.Single((await image.ReadAsync("/app")).EntryPoint.Problems).Rule);
    }

    [Fact]
    public async Task A_program_that_asks_for_a_newer_glibc_is_told()
    {
        using var image = new LocalTree().Copy(await Compiled.ProgramAsync("gcc"), "/app");
        await Glibc.InstallAsync(image);
        image.Text("/var/lib/dpkg/status", "Package: libc6\nStatus: install ok installed\nVersion: 2.19-18+deb8u10\n");

        var problem = Assert.Single((await image.ReadAsync("/app")).EntryPoint.Problems);

        Assert.Equal("program.glibc-too-old", problem.Rule);
        Assert.EndsWith("the image has 2.19", problem.Title, StringComparison.Ordinal);
    }
}
