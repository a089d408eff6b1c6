namespace DebugDeck.Core.Anatomy.Summary;

/// <summary>One line of two anatomies held against each other.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Left">In the first.</param>
/// <param name="Right">In the second.</param>
public sealed record AnatomyDifference(string Label, string Left, string Right)
{
    public bool IsSame => Left == Right;

    /// <summary>Nothing is known of one side, so nobody can say whether they differ.</summary>
    public bool IsOpen => !IsSame && (Left == AnatomyRow.Unknown || Right == AnatomyRow.Unknown);

    /// <summary>How sure the sides are: what <see cref="AnatomyRow.Mark"/> puts before them.</summary>
    public string LeftMark { get; init; } = "";

    public string RightMark { get; init; } = "";

    /// <summary>Every line of both, in the order of the first.</summary>
    public static IReadOnlyList<AnatomyDifference> Between(TargetAnatomy left, TargetAnatomy right)
    {
        var (ours, theirs) = (Lines(left), Lines(right));
        var (ourMarks, theirMarks) = (Marks(left), Marks(right));
        return
        [
            .. ours.Keys.Union(theirs.Keys).Select(label => new AnatomyDifference(label, Of(left, ours, label), Of(right, theirs, label))
            {
                LeftMark = ourMarks.GetValueOrDefault(label, ""),
                RightMark = theirMarks.GetValueOrDefault(label, ""),
            }),
        ];
    }

    // Versions and findings come from files: where none was looked at, that there is none of them says nothing.
    private static string Of(TargetAnatomy anatomy, Dictionary<string, string> lines, string label) => lines.GetValueOrDefault(label, anatomy.HasFiles ? "-" : AnatomyRow.Unknown);

    private static Dictionary<string, string> Marks(TargetAnatomy anatomy) =>
        AnatomySummary.Of(anatomy).GroupBy(row => row.Label, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Mark, StringComparer.Ordinal);

    private static Dictionary<string, string> Lines(TargetAnatomy anatomy)
    {
        var lines = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in AnatomySummary.Of(anatomy))
        {
            lines[row.Label] = lines.TryGetValue(row.Label, out var known) ? $"{known}, {row.Value}" : row.Value;
        }

        // Versions that troubleshooting turns on, whatever the packages are called.
        var packages = anatomy.Readings.Packages;
        Add("openssl", Packages.KnownPackages.OpenSsl(packages));
        Add("ca-certificates", Packages.KnownPackages.CaCertificates(packages));
        Add("tzdata", Packages.KnownPackages.TimeZones(packages));
        Add("busybox", Packages.KnownPackages.BusyBox(packages));
        foreach (var finding in anatomy.Findings.Where(finding => finding.Severity > Diagnosis.Severity.Info))
        {
            lines[finding.Rule] = finding.Title;
        }

        return lines;

        void Add(string label, string? version)
        {
            if (version is not null)
            {
                lines[label] = version;
            }
        }
    }
}
