using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Api.Selectors;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Reading;

/// <summary>Lists, whole or page by page. All pages of a list show the same moment.</summary>
internal sealed class ListHandler(ObjectStore store, TimeProvider time)
{
    private const int FlushFrom = 64 * 1024;

    public async Task HandleAsync(ApiRequest request)
    {
        var format = Formats.Choose(request, time);
        var filter = ObjectFilter.From(request);
        var token = request.Query("continue") is { Length: > 0 } text ? ContinueToken.Parse(text) : null;
        var set = Choose(request, token);
        var range = set.RangeOf(filter.Namespace);
        var start = token is null ? range.Start.Value : Math.Max(range.Start.Value, set.IndexOf(token.Start));
        var (page, next) = Collect(set, filter, start, range.End.Value, request.Number("limit") ?? 0);

        var metadata = new JsonObject { ["resourceVersion"] = set.Version.ToString(CultureInfo.InvariantCulture) };
        if (next < range.End.Value)
        {
            store.Keep(request.Kind.Plural, set);
            metadata["continue"] = new ContinueToken(set.Version, set[next].Path).ToString();

            // What remains of a filtered list could only be known by looking at all of it.
            if (filter.TakesAll)
                metadata["remainingItemCount"] = range.End.Value - next;
        }

        await WriteAsync(request, format, metadata, page);
    }

    private ObjectSet Choose(ApiRequest request, ContinueToken? token)
    {
        if (token is not null)
            return store.At(request.Kind.Plural, token.Version) ?? throw ApiException.Expired(
                "The provided continue parameter is too old to display a consistent list result. You can start a new list without the "
                + "continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the "
                + "provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first "
                + "chunk was returned and now may show up in the list.");
        var current = store.Current(request.Kind.Plural);
        var wanted = request.Number("resourceVersion") ?? 0;
        if (wanted > current.Version)
            throw new ApiException(504, "Timeout", $"Too large resource version: {wanted}, current: {current.Version}") { RetryAfter = 1 };
        if (request.Query("resourceVersionMatch") != "Exact" || wanted == current.Version)
            return current;
        return store.At(request.Kind.Plural, wanted)
            ?? throw ApiException.Expired("The resourceVersion for the provided list is too old.");
    }

    private static (List<StoredObject> Page, int Next) Collect(ObjectSet set, ObjectFilter filter, int start, int end, long limit)
    {
        var page = new List<StoredObject>();
        var index = start;
        for (; index < end && (limit <= 0 || page.Count < limit); index++)
        {
            if (filter.Selects(set[index]))
                page.Add(set[index]);
        }

        return (page, index);
    }

    private static async Task WriteAsync(ApiRequest request, IObjectFormat format, JsonObject metadata, List<StoredObject> page)
    {
        await using var stream = Responses.OpenStream(request.Http, page.Sum(value => (long)value.Body.Length));
        var output = PipeWriter.Create(stream, new StreamPipeWriterOptions(leaveOpen: true));
        output.Write(format.ListStart(metadata).Span);
        for (var i = 0; i < page.Count; i++)
        {
            if (i > 0)
                output.Write(","u8);
            format.WriteItem(output, page[i]);
            if (output.UnflushedBytes > FlushFrom)
                await output.FlushAsync(request.Aborted);
        }

        output.Write(IObjectFormat.ListEnd.Span);
        await output.CompleteAsync();
    }
}
