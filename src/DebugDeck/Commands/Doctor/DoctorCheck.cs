namespace DebugDeck.Commands.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Area">What it belongs to: <c>engines</c>, <c>settings</c>, <c>cache</c>, <c>terminal</c>, <c>kubernetes</c>.</param>
/// <param name="Subject">What was looked at.</param>
/// <param name="Verdict">How it came out.</param>
/// <param name="Detail">What was found, in one sentence without a full stop.</param>
/// <param name="Hint">How to mend it; null where there is nothing to mend.</param>
internal sealed record DoctorCheck(string Area, string Subject, DoctorVerdict Verdict, string Detail, string? Hint = null);
