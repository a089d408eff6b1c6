namespace DebugDeck.Kubernetes.Tests;

/// <summary>Answers of a real 1.36 cluster, kept beside the tests (without managedFields).</summary>
internal static class Recording
{
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Recordings", name));
}
