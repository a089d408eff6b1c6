namespace DebugDeck.Practice.Files;

/// <summary>The devices that a container's <c>/dev</c> has.</summary>
internal enum DeviceKind
{
    Null,
    Zero,
    Full,
    Random,
    Terminal,
}
