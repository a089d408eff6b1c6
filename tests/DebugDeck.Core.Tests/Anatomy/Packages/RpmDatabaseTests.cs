using System.Text;
using CliWrap;
using CliWrap.Buffered;
using CsCheck;
using DebugDeck.Core.Anatomy.Packages;

namespace DebugDeck.Core.Tests.Anatomy.Packages;

/// <summary>A database that rpm itself wrote, against what rpm itself reads out of it.</summary>
public sealed class RpmDatabaseTests
{
    private const string Place = "/var/lib/rpm/rpmdb.sqlite";

    [Fact]
    public async Task A_database_of_rpms_own_reads_as_rpm_reads_it()
    {
        using var root = new LocalTree();
        var installed = await MakeAsync(root.Files.Root);

        var read = (await root.ReadAsync()).Packages;

        Assert.Equal((PackageDatabaseFormat.RpmSqlite, Place, null), (read.Format, read.Path, read.Problem));
        Assert.Equal(installed, read.Packages.Select(package => $"{package.Key} {package.Value}").Order(StringComparer.Ordinal));
        Assert.Equal("1:3.0.7-27", KnownPackages.OpenSsl(read));
    }

    [Fact]
    public async Task No_change_of_its_bytes_makes_reading_it_fail()
    {
        using var root = new LocalTree();
        await MakeAsync(root.Files.Root);
        var database = await File.ReadAllBytesAsync(root.Files.Root + Place, TestContext.Current.CancellationToken);

        Gen.Select(Gen.Int[16, database.Length - 1], Gen.Byte).Array[1, 40].Sample(
            changes =>
            {
                var changed = database.ToArray();
                foreach (var (at, value) in changes)
                {
                    changed[at] = value;
                }

                Assert.Equal(PackageDatabaseFormat.RpmSqlite, PackageReaderTests.Judge(Place, changed).Format);
            },
            iter: 300);
    }

    // Fifty packages, so that the table takes several pages, one of them larger than a page.
    private static async Task<List<string>> MakeAsync(string root)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/rpmbuild"), "needs rpm and rpmbuild");
        var spec = new StringBuilder("Name: openssl-libs\nEpoch: 1\nVersion: 3.0.7\nRelease: 27\nSummary: x\nLicense: x\nBuildArch: noarch\n%description\n");
        spec.Append(string.Concat(Enumerable.Range(0, 4000).Select(line => $"line {line}\n"))).Append("%files\n");
        for (var i = 0; i < 50; i++)
        {
            spec.Append($"%package -n part{i}\nVersion: {i}.1\nSummary: x\n%description -n part{i}\nx\n%files -n part{i}\n");
        }

        await File.WriteAllTextAsync($"{root}/p.spec", spec.ToString());
        await RunAsync("rpmbuild", "-bb", "--quiet", "--define", $"_topdir {root}/top", $"{root}/p.spec");
        await RunAsync("rpm", [.. Database(root), "--initdb"]);
        await RunAsync("rpm", [.. Database(root), "-i", "--justdb", "--nodeps", .. Directory.EnumerateFiles($"{root}/top/RPMS/noarch")]);
        var listed = await RunAsync("rpm", [.. Database(root), "-qa", "--qf", "%{NAME} %{EVR}\\n"]);
        return [.. listed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    private static string[] Database(string root) => ["--root", root, "--dbpath", "/var/lib/rpm", "--define", "_db_backend sqlite"];

    private static async Task<string> RunAsync(string program, params string[] arguments) =>
        (await Cli.Wrap(program).WithArguments(arguments).ExecuteBufferedAsync(TestContext.Current.CancellationToken)).StandardOutput;
}
