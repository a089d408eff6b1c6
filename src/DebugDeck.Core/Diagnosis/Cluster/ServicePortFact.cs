namespace DebugDeck.Core.Diagnosis.Cluster;

/// <summary>A port of a Service.</summary>
/// <param name="Name">Null if it has none.</param>
/// <param name="Protocol"><c>TCP</c>, <c>UDP</c>, <c>SCTP</c>.</param>
/// <param name="Port">The Service's.</param>
/// <param name="TargetPort">The pods': a number or a name.</param>
public sealed record ServicePortFact(string? Name, string Protocol, int Port, string TargetPort);
