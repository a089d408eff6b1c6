using System.Globalization;
using DebugDeck.Core.Targets.Details;
using k8s.Models;

namespace DebugDeck.Kubernetes.Details;

/// <summary>A container's health checks, in words.</summary>
internal static class ProbeMapper
{
    public static IReadOnlyList<ProbeFact> Map(PodContainer container) =>
        [.. new[] { One("startup", container.Startup), One("readiness", container.Readiness), One("liveness", container.Liveness) }.OfType<ProbeFact>()];

    private static ProbeFact? One(string kind, V1Probe? probe) => probe is null ? null : new ProbeFact(kind, Action(probe), Timing(probe));

    private static string Action(V1Probe probe) => probe switch
    {
        { HttpGet: { } http } => $"GET {(http.Scheme ?? "HTTP").ToLowerInvariant()}://{http.Host}:{http.Port.Value}{http.Path}",
        { TcpSocket: { } tcp } => $"tcp {tcp.Host}:{tcp.Port.Value}",
        { Grpc: { } grpc } => $"grpc :{grpc.Port} {grpc.Service}".TrimEnd(),
        { Exec: { } exec } => $"exec {string.Join(' ', exec.Command ?? [])}",
        _ => "unknown",
    };

    // What is not said is Kubernetes' default.
    private static string Timing(V1Probe probe)
    {
        var delay = probe.InitialDelaySeconds is > 0 and var seconds ? string.Create(CultureInfo.InvariantCulture, $"after {seconds} s, ") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{delay}every {probe.PeriodSeconds ?? 10} s, timeout {probe.TimeoutSeconds ?? 1} s, {probe.FailureThreshold ?? 3} failures");
    }
}
