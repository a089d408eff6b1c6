using DebugDeck.Core.Anatomy.Accounts;
using DebugDeck.Core.Anatomy.Packages;
using DebugDeck.Core.Anatomy.Programs;
using DebugDeck.Core.Anatomy.Shells;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy;

/// <summary>What is this container made of? Ask it together with others by <see cref="CaptureRounds"/>, then take its <see cref="FileQuestion{T}.Answer"/>.</summary>
public sealed class ContainerQuestion(ContainerSetting setting) : FileQuestion<ContainerReadings>
{
    protected override ContainerReadings Read(CaptureView view)
    {
        var packages = PackageReader.Read(view);
        var libc = LibcReader.Read(view, packages, Machine.Named(setting.Architecture));
        var accounts = AccountReader.Read(view, setting);
        var program = new ProgramReader(view, setting, libc).Read();
        return new ContainerReadings
        {
            EntryPoint = program,
            Libc = libc.Kind == LibcKind.None && program is { Libc.Kind: LibcKind.Glibc, Interpreter: { } loader } ? LibcReader.Beside(view, packages, loader) ?? libc : libc,
            Shell = ShellReader.Read(view),
            PackageManager = PackageManagerReader.Read(view),
            Packages = packages,
            Accounts = accounts,
            Tmp = TmpReader.Read(view, setting, accounts),
        };
    }
}
