namespace DebugDeck.Output;

/// <summary>A column of a <see cref="Table"/>.</summary>
/// <param name="Header">Its title.</param>
/// <param name="Shortening">What to do with long cells where the table must fit a terminal.</param>
/// <param name="AlignRight">For numbers.</param>
/// <param name="LeaveOut">Where shortening is not enough, columns with a number here are left out, the lowest number first; 0 stays.</param>
internal sealed record Column(string Header, Shortening Shortening = Shortening.None, bool AlignRight = false, int LeaveOut = 0);
