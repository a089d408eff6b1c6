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
        return new ContainerReadings
        {
            EntryPoint = new ProgramReader(view, setting, libc).Read(),
            Libc = libc,
            Shell = ShellReader.Read(view),
            PackageManager = PackageManagerReader.Read(view),
            Packages = packages,
            Accounts = accounts,
            Tmp = TmpReader.Read(view, setting, accounts),
        };
    }
}
