using DebugDeck.Core.Anatomy.Builders;
using DebugDeck.Core.Anatomy.Families;
using DebugDeck.Core.Anatomy.Findings;
using DebugDeck.Core.Anatomy.Hygiene;
using DebugDeck.Core.Anatomy.Ways;
using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy;

/// <summary>From what was seen to an anatomy: pure, so the same evidence means the same everywhere and always.</summary>
public static class AnatomyRules
{
    /// <summary>Raised with every change of the rules that what is remembered of earlier looks would not survive.</summary>
    public const int Version = 2;

    /// <summary>The anatomy of something whose files have been looked at.</summary>
    public static TargetAnatomy Judge(AnatomySubject subject, FileCapture files, Sightings sightings, DateTimeOffset now)
    {
        var clues = new ImageClues(files, subject.Reference, subject.Image);
        var look = new ImageLook
        {
            Family = FamilyJudge.Judge(clues),
            BuiltWith = BuilderRules.Judge(clues),
            Readings = new ContainerQuestion(subject.Setting).Answer(files),
        };
        var needs = new NeedsQuestion(subject.Setting, now).Answer(files);
        return Conclude(subject, look with { Certificates = needs.Certificates, TimeZones = needs.TimeZones, Sightings = sightings }, now) with { HasFiles = true };
    }

    /// <summary>The anatomy of something whose files cannot be looked at now: from the name, the configuration and what the host says.</summary>
    public static TargetAnatomy JudgeByName(AnatomySubject subject, DateTimeOffset now)
    {
        var clues = new ImageClues(FileCapture.Empty, subject.Reference, subject.Image);
        var family = FamilyJudge.Judge(clues);
        var look = new ImageLook { Family = family, BuiltWith = BuilderRules.Judge(clues), Readings = Expectation.Of(family, subject) };
        return Conclude(subject, look, now);
    }

    /// <summary>The anatomy of something whose image was looked at before.</summary>
    public static TargetAnatomy Judge(AnatomySubject subject, ImageLook remembered, DateTimeOffset at, DateTimeOffset now) =>
        Conclude(subject, remembered with { Readings = Expectation.Reidentify(remembered.Readings, subject) }, now) with { HasFiles = true, RememberedFrom = at };

    private static TargetAnatomy Conclude(AnatomySubject subject, ImageLook look, DateTimeOffset now)
    {
        var anatomy = new TargetAnatomy
        {
            Address = subject.Address.ToString(),
            Image = subject.Image is { } image ? ImageIdentity.From(subject.Reference, image) : new ImageIdentity(subject.Reference, subject.Digest),
            Family = look.Family,
            BuiltWith = look.BuiltWith,
            Readings = look.Readings,
            Certificates = look.Certificates,
            TimeZones = look.TimeZones,
            Sightings = look.Sightings,
            Missing = subject.Details?.Missing ?? [],
        };
        return anatomy with
        {
            Findings = AnatomyFindings.Of(subject, anatomy, look.Sightings, now),
            WaysIn = WaysInRules.Of(subject, anatomy),
        };
    }
}
