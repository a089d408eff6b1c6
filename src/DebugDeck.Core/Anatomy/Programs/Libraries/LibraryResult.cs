namespace DebugDeck.Core.Anatomy.Programs.Libraries;

/// <summary>One library that a program or another library asks for.</summary>
/// <param name="Name">As it is asked for.</param>
/// <param name="AskedBy">The file that asks for it.</param>
/// <param name="Path">Where the loader finds it; null if it does not.</param>
/// <param name="Searched">The folders that were searched in vain, in order.</param>
/// <param name="WrongArchitecture">A file of that name for another architecture, which the loader passes over; null if there is none.</param>
internal sealed record LibraryResult(string Name, string AskedBy, string? Path, IReadOnlyList<string> Searched, string? WrongArchitecture = null);
