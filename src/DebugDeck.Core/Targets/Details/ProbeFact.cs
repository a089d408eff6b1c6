namespace DebugDeck.Core.Targets.Details;

/// <summary>A health check.</summary>
/// <param name="Kind"><c>liveness</c>, <c>readiness</c>, <c>startup</c>, <c>healthcheck</c>.</param>
/// <param name="Action">What is done: <c>GET https://:8443/healthz</c>, <c>tcp :5432</c>, <c>exec /bin/grpc_health_probe</c>.</param>
/// <param name="Timing">How often and how patiently: <c>every 10 s, timeout 1 s, 3 failures</c>.</param>
public sealed record ProbeFact(string Kind, string Action, string Timing);
