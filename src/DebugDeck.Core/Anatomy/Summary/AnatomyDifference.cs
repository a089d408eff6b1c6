namespace DebugDeck.Core.Anatomy.Summary;

/// <summary>One line of two anatomies held against each other.</summary>
/// <param name="Label">What it is about.</param>
/// <param name="Left">In the first.</param>
/// <param name="Right">In the second.</param>
public sealed record AnatomyDifference(string Label, string Left, string Right)
{
    public bool IsSame => Left == Right;

    /// <summary>Every line of both, in the order of the first.</summary>
    public static IReadOnlyList<AnatomyDifference> Between(TargetAnatomy left, TargetAnatomy right)
    {
        var (ours, theirs) = (Lines(left), Lines(right));
        return [.. ours.Keys.Union(theirs.Keys).Select(label => new AnatomyDifference(label, ours.GetValueOrDefault(label, "-"), theirs.GetValueOrDefault(label, "-")))];
    }

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
