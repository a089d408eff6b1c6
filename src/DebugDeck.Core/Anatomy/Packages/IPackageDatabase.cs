using DebugDeck.Core.Files.Capture;

namespace DebugDeck.Core.Anatomy.Packages;

/// <summary>One way of writing packages down, and how to read it.</summary>
internal interface IPackageDatabase
{
    /// <summary>Null if the image has none of this kind, or nobody has looked yet.</summary>
    PackageList? Read(CaptureView view);
}
