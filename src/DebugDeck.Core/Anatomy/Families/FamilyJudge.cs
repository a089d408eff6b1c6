using DebugDeck.Core.Diagnosis;

namespace DebugDeck.Core.Anatomy.Families;

/// <summary>
/// Says of which family an image is. Files outrank configuration and labels, which outrank the name; what does not agree is told, not passed over.
/// </summary>
public static class FamilyJudge
{
    public static FamilyFact Judge(ImageClues clues)
    {
        var candidates = FamilyRules.All.Select(rule => FamilyCandidate.Of(rule, clues)).ToList();
        if (!clues.HasFiles)
        {
            return ByHints(clues, candidates);
        }

        var winner = Winner(candidates);
        if (UnknownRelease(clues) is { } other && winner?.Rule.Id is not ("distroless" or "dhi"))
        {
            return Named(clues, other, candidates);
        }

        return winner is null ? Unknown(clues, candidates) : Fact(winner, clues) with
        {
            Confidence = Confidence(winner, candidates),
            Contradictions = Contradictions(winner, candidates),
        };
    }

    private static FamilyCandidate? Winner(List<FamilyCandidate> candidates)
    {
        var proven = candidates.Where(candidate => candidate.IsProven).ToList();

        // Labels of a hardened image are all that tells it from the distribution it is made of.
        proven.AddRange(candidates.Where(candidate => candidate.Rule.LabelsSuffice
            && candidate.Hints.Any(hint => hint.Kind == SignKind.Label)
            && !proven.Contains(candidate)
            && proven.Exists(other => candidate.Rule.Refines.Contains(other.Rule.Id))));
        return proven
            .Where(candidate => !proven.Exists(other => other.Rule.Refines.Contains(candidate.Rule.Id)))
            .MaxBy(candidate => candidate.Score);
    }

    // A text file that speaks of another family takes from what the rest says, however sure that is.
    private static Confidence Confidence(FamilyCandidate winner, List<FamilyCandidate> candidates)
    {
        var own = winner.IsProven ? winner.FileConfidence : winner.HintConfidence;
        return own == Diagnosis.Confidence.High && Contradictions(winner, candidates).Any(other => other.Kind == SignKind.Text) ? Diagnosis.Confidence.Medium : own;
    }

    private static FamilyFact ByHints(ImageClues clues, List<FamilyCandidate> candidates)
    {
        var best = candidates.Where(candidate => candidate.HintScore > 0).MaxBy(candidate => candidate.HintScore);
        return best is null
            ? FamilyFact.Unknown
            : Fact(best, clues) with { Confidence = best.HintConfidence, Version = ReferenceVersion.Of(best.Rule.Id, clues.Reference), Variant = ReferenceVersion.Variant(best.Rule.Id, clues.Reference) };
    }

    private static FamilyFact Fact(FamilyCandidate candidate, ImageClues clues) => new(candidate.Rule.Id, candidate.Rule.Name)
    {
        ColumnName = candidate.Rule.ColumnName,
        Version = candidate.Rule.Version(clues),
        Variant = candidate.Rule.Variant(clues),
        Evidence = candidate.Evidence,
    };

    private static List<Contradiction> Contradictions(FamilyCandidate winner, List<FamilyCandidate> candidates)
    {
        var others = candidates.Where(other => other != winner && !AreKin(winner.Rule, other.Rule))
            .SelectMany(other => other.Proof.Where(found => found.Kind == SignKind.Text && !winner.Proof.Contains(found)).Concat(other.Hints)
                .Select(found => new Contradiction(other.Rule.Id, found.Kind, found.Evidence)));

        // The same sentence may be a hint for several; the most special family has said it already.
        return [.. others.DistinctBy(contradiction => contradiction.Evidence with { Detail = contradiction.Kind == SignKind.Reference ? "" : contradiction.Evidence.Detail })
            .Concat(winner.Against.Select(found => new Contradiction(winner.Rule.Id, found.Kind, found.Evidence)))];
    }

    private static bool AreKin(FamilyRule one, FamilyRule other) =>
        one.Refines.Contains(other.Id) || other.Refines.Contains(one.Id) || one.Kin.Contains(other.Id) || other.Kin.Contains(one.Id);

    // An os-release that no rule claims: a distribution of its own, whatever it was made from.
    private static string? UnknownRelease(ImageClues clues)
    {
        var id = new string([.. clues.Release.Id.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-').Take(32)]);
        return id.Length > 0 && !Claimed.Value.Contains(id) ? id : null;
    }

    private static readonly Lazy<HashSet<string>> Claimed = new(() =>
        [.. FamilyRules.All.Select(rule => rule.Id), "rhel", "mariner", "amzn", "opensuse-leap", "opensuse-tumbleweed"]);

    private static FamilyFact Named(ImageClues clues, string id, List<FamilyCandidate> candidates) => new(id, clues.Release["PRETTY_NAME"] ?? clues.Release["NAME"] ?? id)
    {
        Version = clues.Release.Version,
        Confidence = Diagnosis.Confidence.Medium,
        Evidence = [new Evidence("file", clues.Release.Path, $"ID={clues.Release.Id}"), .. Like(clues)],
        Contradictions = [.. candidates.SelectMany(other => other.Hints.Where(hint => hint.Kind == SignKind.Label).Select(found => new Contradiction(other.Rule.Id, found.Kind, found.Evidence)))],
    };

    private static IEnumerable<Evidence> Like(ImageClues clues) =>
        clues.Release["ID_LIKE"] is { } like ? [new Evidence("file", clues.Release.Path, $"ID_LIKE={like}")] : [];

    private static FamilyFact Unknown(ImageClues clues, List<FamilyCandidate> candidates) => FamilyFact.Unknown with
    {
        Evidence =
        [
            new Evidence("file", clues.Release.Path ?? OsRelease.Places[0], clues.Release.Note ?? (clues.Release.Id.Length > 0 ? $"ID={clues.Release.Id}, which the other files do not bear out" : "is not there")),
            .. candidates.SelectMany(candidate => candidate.Proof).Where(found => found.Kind == SignKind.Layout).Select(found => found.Evidence).Distinct().Take(6),
        ],
        Contradictions =
        [
            .. candidates.SelectMany(candidate => candidate.Proof.Where(found => found.Kind == SignKind.Text).Concat(candidate.Hints).Select(found => new Contradiction(candidate.Rule.Id, found.Kind, found.Evidence)))
                .DistinctBy(contradiction => contradiction.Evidence),
        ],
    };
}
