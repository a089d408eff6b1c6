using DebugDeck.Core.Debugging;
using DebugDeck.Core.Errors;

namespace DebugDeck.Core.Diagnosis.Gathering;

/// <summary>Runs commands in the session, one after the other: a playbook may rely on their order.</summary>
public sealed class CommandGatherer : IEvidenceGatherer
{
    private const int MostOutput = 64 * 1024;

    public bool Covers(EvidenceRequest request) => request is CommandRequest;

    public EvidenceCost Cost(EvidenceRequest request, GatherContext context) => EvidenceCost.Session;

    public async Task<IReadOnlyList<EvidenceAnswer>> GatherAsync(
        IReadOnlyList<EvidenceRequest> requests, GatherContext context, CancellationToken cancellationToken)
    {
        var answers = new List<EvidenceAnswer>();
        foreach (var request in requests.OfType<CommandRequest>())
        {
            context.Progress.Report($"running {ShellText.Line(request.Arguments)}");
            answers.Add(await RunAsync(request, context, cancellationToken));
        }

        return answers;
    }

    private static async Task<EvidenceAnswer> RunAsync(CommandRequest request, GatherContext context, CancellationToken cancellationToken)
    {
        try
        {
            var started = context.Clock.GetTimestamp();
            await using var process = await context.Session!.RunAsync(context.Session.Command(request.Arguments), cancellationToken);
            var output = await CommandOutput.CollectAsync(process, MostOutput, TimeSpan.FromSeconds(request.TimeLimitSeconds), context.Clock, cancellationToken);
            var duration = (long)context.Clock.GetElapsedTime(started).TotalMilliseconds;
            return EvidenceAnswer.Of(request, new CommandResult(output.ExitCode, output.Text, output.ErrorText, duration));
        }
        catch (DebugDeckException error)
        {
            return EvidenceAnswer.Missing(request, error.Message, error.Hint);
        }
    }
}
