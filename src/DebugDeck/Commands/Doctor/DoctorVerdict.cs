namespace DebugDeck.Commands.Doctor;

/// <summary>How one check of <c>doctor</c> came out.</summary>
internal enum DoctorVerdict
{
    Ok,

    /// <summary>Not there, and nothing is the worse for it.</summary>
    Absent,

    /// <summary>Works, but not as well as it could.</summary>
    Warning,

    /// <summary>Does not work.</summary>
    Problem,
}
