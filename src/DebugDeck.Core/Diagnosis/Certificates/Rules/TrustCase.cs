using DebugDeck.Core.Anatomy;
using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Certificates;
using DebugDeck.Core.Diagnosis.Certificates.Stores;
using DebugDeck.Core.Diagnosis.Checks;
using DebugDeck.Core.Diagnosis.Gathering;
using DebugDeck.Core.Files;
using DebugDeck.Core.Files.Capture;
using DebugDeck.Core.Targets.Details;

namespace DebugDeck.Core.Diagnosis.Certificates.Rules;

/// <summary>What the program of a target trusts, and what else lies about, put together from the evidence there is so far.</summary>
internal sealed class TrustCase
{
    private const int MostMounts = 20;

    private static readonly string[] JavaParents = ["/usr/lib/jvm", "/opt/java", "/opt/jdk", "/opt/jre"];

    private readonly CaseEvidence _evidence;
    private readonly CaseAnatomy _anatomy;

    public TrustCase(CheckInputs inputs, CaseEvidence evidence)
    {
        _evidence = evidence;
        _anatomy = CaseAnatomy.Of(evidence);
        var setting = _anatomy.Setting;
        var process = evidence.Find(new ProcessRequest());
        (var runtime, var version, RuntimeEvidence) = RuntimeGuess.Of(inputs, evidence, Readings.EntryPoint);
        Situation = new TrustSituation
        {
            Runtime = runtime,
            Version = version,
            Environment = process?.Environment is { } variables ? Split(variables) : setting.Environment,
            KnowsEnvironment = process?.Environment is not null || evidence.Details?.Image is not null,
            Command = process?.Command ?? setting.Command,
            OpenSslFolder = OpenSslPlaces.Folder(evidence.Files),
            JavaHome = Readings.EntryPoint.Runtime?.Home ?? JavaHome(process, setting),
            CertifiFile = OpenSslPlaces.CertifiFiles.FirstOrDefault(evidence.Files.Exists),
        };
        User = new ReadingUser(Readings.Accounts.UserId, [.. new[] { Readings.Accounts.GroupId }.OfType<long>(), .. setting.Security.SupplementalGroups, .. new[] { setting.Security.FsGroup }.OfType<long>()]);
        Reader = new TrustStoreReader(evidence.Files, User);
        Store = Reader.Read(Situation);
    }

    public ContainerReadings Readings => _anatomy.Readings;

    public TrustSituation Situation { get; }

    public Evidence RuntimeEvidence { get; }

    public ReadingUser User { get; }

    public TrustStoreReader Reader { get; }

    public TrustStore Store { get; }

    public string RuntimeName => RuntimeGuess.Name(Situation.Runtime);

    public string Family => OsRelease.From(_evidence.Files).Id;

    /// <summary>Everything there is to ask for now, and what was asked before.</summary>
    public IReadOnlyList<EvidenceRequest> Needs()
    {
        var wishes = new List<FileWish>(_anatomy.Wishes);
        wishes.AddRange(OpenSslPlaces.Hints.Select(path => new FileWish(path, FileWishKind.Stat)));
        wishes.AddRange(TrustPlaces.KnownBundles.Concat(OsRelease.Places).Select(path => new FileWish(path)));
        wishes.AddRange(new TrustQuestion(Situation).Wishes(_evidence.Files));
        if (Situation.Runtime == TrustRuntime.PythonRequests)
        {
            wishes.AddRange(OpenSslPlaces.CertifiFiles.Select(path => new FileWish(path)));
        }

        if (Situation.Runtime == TrustRuntime.Java)
        {
            wishes.AddRange(JavaParents.Select(path => new FileWish(path, FileWishKind.Listing)));
        }

        foreach (var mount in Mounts())
        {
            wishes.Add(new FileWish(mount.Path, FileWishKind.Listing, 200));
            wishes.Add(new FileWish(mount.Path));
            wishes.AddRange(_evidence.Files[mount.Path]?.Listing is { } listing ? TrustQuestion.Inside([.. listing.Where(MayHoldCertificates)], _evidence.Files).Take(50) : []);
        }

        return [new DetailsRequest(), new ProcessRequest(), new LogTailRequest(), .. wishes.Distinct().Select(wish => new FileRequest(wish))];
    }

    /// <summary>Certificates that lie in the container and are not in the program's store: in bundles of the distribution and in mounted files.</summary>
    public IReadOnlyList<(string Path, CertificateFacts Certificate)> Elsewhere()
    {
        var known = Store.Certificates.ToHashSet();
        var paths = TrustPlaces.KnownBundles.Concat(Mounts().SelectMany(mount =>
            _evidence.Files[mount.Path]?.Listing is { } listing ? listing.Where(MayHoldCertificates).Select(entry => entry.Path) : [mount.Path]));
        var unread = paths.Distinct(StringComparer.Ordinal)
            .SelectMany(path => Reader.File(path)?.Certificates.Select(stored => (path, stored.Certificate)) ?? [])
            .Concat(Store.Sources.SelectMany(source => source.PassedOver.Select(passed => (source.Place.IsDirectory ? $"{source.Place.Path}/{passed.Stored.Place}" : source.Place.Path, passed.Stored.Certificate))));
        return [.. unread.Where(pair => known.Add(pair.Certificate))];
    }

    private IEnumerable<MountFact> Mounts() => (_evidence.Details?.Mounts ?? [])
        .Where(mount => !mount.Path.StartsWith("/var/run/secrets/kubernetes.io", StringComparison.Ordinal) && !mount.Path.StartsWith("/run/secrets/kubernetes.io", StringComparison.Ordinal))
        .Where(mount => mount.Source.StartsWith("configMap", StringComparison.Ordinal) || mount.Source.StartsWith("secret", StringComparison.Ordinal)
            || mount.Source.StartsWith("projected", StringComparison.Ordinal) || mount.Source.StartsWith("bind", StringComparison.Ordinal))
        .Take(MostMounts);

    private static bool MayHoldCertificates(FileEntry entry) =>
        entry.Name.EndsWith(".crt", StringComparison.Ordinal) || entry.Name.EndsWith(".pem", StringComparison.Ordinal) || entry.Name.EndsWith(".cer", StringComparison.Ordinal)
        || entry.Name.EndsWith(".jks", StringComparison.Ordinal) || entry.Name.EndsWith(".p12", StringComparison.Ordinal) || entry.Name.Contains("ca-bundle", StringComparison.Ordinal);

    private string? JavaHome(ProcessFacts? process, ContainerSetting setting)
    {
        const string library = "/lib/server/libjvm.so";
        if (process?.MappedFiles?.FirstOrDefault(file => file.EndsWith(library, StringComparison.Ordinal)) is { } mapped)
        {
            return mapped[..^library.Length];
        }

        return setting.Environment.GetValueOrDefault("JAVA_HOME") is { Length: > 0 } home
            ? home
            : JavaParents.SelectMany(path => _evidence.Files[path]?.Listing ?? []).FirstOrDefault(entry => entry.Kind == FileKind.Directory)?.Path;
    }

    private static Dictionary<string, string> Split(IReadOnlyList<string> lines) => lines
        .Where(line => line.Contains('=', StringComparison.Ordinal))
        .GroupBy(line => line[..line.IndexOf('=', StringComparison.Ordinal)], StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First()[(same.Key.Length + 1)..], StringComparer.Ordinal);
}
