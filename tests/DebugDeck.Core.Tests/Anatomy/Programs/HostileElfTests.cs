using CsCheck;
using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Files.Capture;
using DebugDeck.TestKit;

namespace DebugDeck.Core.Tests.Anatomy.Programs;

public sealed class HostileElfTests
{
    private const long MostMemory = 64 * 1024 * 1024;

    // The program has 16 KB; what is read twice is counted twice.
    private const long MostRead = 1024 * 1024;

    [Fact]
    public async Task No_change_of_a_real_programs_bytes_makes_reading_it_fail()
    {
        var program = await File.ReadAllBytesAsync(await Compiled.ProgramAsync("gcc"), TestContext.Current.CancellationToken);
        var changes = Gen.Select(Gen.Int[0, Math.Min(program.Length, 4096) - 1], Gen.Byte).Array[1, 8];

        await changes.SampleAsync(async changed => await ReadAsync(Changed(program, changed)), iter: 400);
    }

    [Fact]
    public async Task No_change_of_the_tables_of_a_program_makes_reading_it_fail()
    {
        var program = Elf.Static((".go.buildinfo", RuntimeTests.BuildInfo("go1.24.3", "path\tx\n")), (".comment", "x"u8.ToArray()), (".data", new byte[64]), (".gopclntab", new byte[128]));
        var changes = Gen.Select(Gen.Int[0, program.Length - 1], Gen.Byte).Array[1, 12];

        await changes.SampleAsync(async changed => await ReadAsync(Changed(program, changed)), iter: 1000);
    }

    [Fact]
    public async Task No_place_where_a_program_is_cut_off_makes_reading_it_fail()
    {
        var program = await File.ReadAllBytesAsync(await Compiled.ProgramAsync("gcc"), TestContext.Current.CancellationToken);

        await Gen.Int[0, program.Length].SampleAsync(async length => await ReadAsync(program[..length]), iter: 200);
    }

    [Fact]
    public async Task No_change_of_a_hosts_bytes_makes_reading_its_bundle_fail()
    {
        var program = DotNetHostTests.Bundle("""{"runtimeOptions":{"framework":{"version":"10.0.1"}}}""");
        var tail = Gen.Select(Gen.Int[program.Length - 300, program.Length - 1], Gen.Byte).Array[1, 12];

        await tail.SampleAsync(async changed => await ReadAsync(Changed(program, changed)), iter: 100);
    }

    [Fact]
    public async Task Whatever_a_program_says_of_itself_little_of_it_is_read_and_little_memory_taken()
    {
        var program = await File.ReadAllBytesAsync(await Compiled.ProgramAsync("gcc"), TestContext.Current.CancellationToken);
        var question = new ContainerQuestion(new ContainerSetting { Command = ["/app"] });
        var places = Gen.Select(Gen.Int[16, 1023], Gen.OneOf(Gen.Const((byte)0xff), Gen.Const((byte)0x7f), Gen.Byte)).Array[1, 24];

        await places.SampleAsync(
            async changed =>
            {
                var tree = new ImageTree().File("/app", Changed(program, changed), 0x1ED);
                var capture = await CaptureRounds.RunAsync(tree, [question], TestContext.Current.CancellationToken);
                Assert.InRange(capture.Files.Sum(file => (file.Content?.Length ?? 0) + file.Pieces.Sum(piece => piece.Bytes.Length)), 0, MostRead);
                Assert.InRange(tree.Rounds, 1, CaptureRounds.MostRounds);
                Assert.InRange(Allocated(question, capture), 0, MostMemory);
            },
            iter: 200);
    }

    [Fact]
    public async Task Sizes_that_no_file_has_take_no_memory()
    {
        var program = Elf.Static((".data", new byte[64]));
        program.AsSpan(54, 10).Fill(0xff);
        program.AsSpan(program.Length - 64 + 32, 8).Fill(0x7f);
        var question = new ContainerQuestion(new ContainerSetting { Command = ["/app"] });
        var capture = await CaptureRounds.RunAsync(new ImageTree().File("/app", program, 0x1ED), [question], TestContext.Current.CancellationToken);

        Assert.InRange(Allocated(question, capture), 0, MostMemory);
    }

    // Of one thread, so nothing between the two figures may wait.
    private static long Allocated(ContainerQuestion question, FileCapture capture)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        question.Answer(capture);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static byte[] Changed(byte[] program, (int At, byte Value)[] changes)
    {
        var changed = program.ToArray();
        foreach (var (at, value) in changes)
        {
            changed[at] = value;
        }

        // So that what comes behind the mark is reached.
        "\u007fELF"u8.CopyTo(changed);
        return changed;
    }

    private static Task<ContainerReadings> ReadAsync(byte[] program) => Reading.OfAsync(new ImageTree().File("/app", program, 0x1ED), "/app");
}
