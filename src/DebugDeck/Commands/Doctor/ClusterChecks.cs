using DebugDeck.Core.Errors;
using DebugDeck.Core.Hosts;

namespace DebugDeck.Commands.Doctor;

/// <summary>Does a cluster answer, who are we to it, and what does it let us do?</summary>
internal static class ClusterChecks
{
    private const string Area = "kubernetes";

    public static async Task<IReadOnlyList<DoctorCheck>> RunAsync(IContainerHost host, CancellationToken cancellationToken)
    {
        var info = host.Info;
        var place = info.Endpoint.Length > 0 ? $"{info.Endpoint} ({info.Source})" : info.Source;
        if (host is not IExaminedHost examined)
        {
            var (status, _) = await host.ListAsync(cancellationToken);
            return [new DoctorCheck(Area, info.Name, DoctorVerdict.Problem, $"{place}: {status.Reason ?? "no answer"}", "mend the kubeconfig, or name another with --kubeconfig or --context")];
        }

        try
        {
            var facts = await examined.ExamineAsync(cancellationToken);
            return
            [
                new DoctorCheck(Area, info.Name, DoctorVerdict.Ok, $"answers at {place}"),
                .. facts.Select(fact => new DoctorCheck(Area, $"{info.Name}, {fact.Subject}", fact.IsGood ? DoctorVerdict.Ok : DoctorVerdict.Warning, fact.Detail, fact.Hint)),
            ];
        }
        catch (DebugDeckException error)
        {
            return [new DoctorCheck(Area, info.Name, DoctorVerdict.Problem, $"{place}: {error.Message}", error.Hint)];
        }
    }
}
