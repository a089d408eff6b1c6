using System.Globalization;
using System.Text;
using DebugDeck.Practice.Api;
using DebugDeck.Practice.Api.Tables;
using DebugDeck.Practice.Containers;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Logs;

/// <summary>The path <c>pods/log</c>.</summary>
internal sealed class LogHandler(ObjectStore store, IContainerRuntime runtime, TimeProvider time)
{
    private const int FlushFrom = 32 * 1024;

    public async Task HandleAsync(ApiRequest request)
    {
        var pod = store.Find(request.Key) ?? throw ApiException.NotFound(request.Kind, request.Info.Name!);
        var key = new ContainerKey(request.Info.Namespace!, request.Info.Name!, ContainerChoice.Choose(pod, request.Query("container")));
        var query = ReadQuery(request);
        if (Cells.At(pod, "spec", "nodeName") is null)
        {
            request.Http.Response.StatusCode = 204;
            return;
        }

        LogAvailability.Check(pod, key.Container, query.Previous);
        var response = request.Http.Response;
        response.ContentType = "text/plain";
        await response.StartAsync(request.Aborted);
        try
        {
            await WriteAsync(request, runtime.ReadLogsAsync(key, query, request.Aborted));
        }
        catch (ContainerNotFoundException)
        {
            // A real kubelet has begun its answer before it learns that the runtime has cleaned the file away.
            var id = LogAvailability.ContainerId(pod, key.Container, query.Previous);
            await response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes($"unable to retrieve container logs for {id}"), request.Aborted);
        }
    }

    private static async Task WriteAsync(ApiRequest request, IAsyncEnumerable<LogRecord> records)
    {
        var output = request.Http.Response.BodyWriter;
        var follow = request.Flag("follow");
        var timestamps = request.Flag("timestamps");
        var left = request.Number("limitBytes") ?? long.MaxValue;
        await foreach (var record in records.WithCancellation(request.Aborted))
        {
            var line = Encoding.UTF8.GetBytes(timestamps ? $"{Timestamp(record.Time)} {record.Text}\n" : $"{record.Text}\n");
            var length = (int)Math.Min(left, line.Length);
            line.AsSpan(0, length).CopyTo(output.GetSpan(length));
            output.Advance(length);
            left -= length;
            if (follow || output.UnflushedBytes > FlushFrom)
                await output.FlushAsync(request.Aborted);
            if (left == 0)
                break;
        }

        await output.FlushAsync(request.Aborted);
    }

    private LogQuery ReadQuery(ApiRequest request)
    {
        var seconds = request.Number("sinceSeconds");
        var moment = request.Query("sinceTime");
        if (seconds is not null && moment is not null)
            throw Invalid(FieldError.Forbidden("sinceSeconds", "at most one of `sinceTime` or `sinceSeconds` may be specified"));
        if (seconds < 1)
            throw Invalid(FieldError.Invalid("sinceSeconds", $"{seconds}", "must be greater than 0"));
        var tail = request.Number("tailLines");
        if (tail < 0)
            throw Invalid(FieldError.Invalid("tailLines", $"{tail}", "must be greater than or equal to 0"));
        if (request.Number("limitBytes") < 1)
            throw Invalid(FieldError.Invalid("limitBytes", $"{request.Number("limitBytes")}", "must be greater than 0"));
        return new LogQuery(request.Flag("follow"), request.Flag("previous"), seconds is null ? Moment(moment) : time.GetUtcNow().AddSeconds(-seconds.Value), tail);
    }

    /// <summary>The API keeps times by the second: a client that resumes gets some lines again.</summary>
    private static DateTimeOffset? Moment(string? text)
    {
        if (text is null)
            return null;
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
            throw ApiException.BadRequest($"parsing time \"{text}\" as \"2006-01-02T15:04:05Z07:00\": cannot parse \"{text}\"");
        return DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
    }

    private static string Timestamp(DateTimeOffset time)
    {
        // Nine digits as a container runtime writes them; our clock knows seven.
        return time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture);
    }

    private static ApiException Invalid(FieldError error)
    {
        return ApiException.Invalid(new ResourceKind("", "v1", "podlogoptions", "PodLogOptions", true), "", [error]);
    }
}
