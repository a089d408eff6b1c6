using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json.Nodes;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Reading;

/// <summary>The events of one watch on their way to the client, one JSON document a line.</summary>
internal sealed class WatchStream
{
    private const int FlushFrom = 64 * 1024;

    private readonly IObjectFormat _format;
    private readonly PipeWriter _output;
    private readonly bool _bookmarks;

    public WatchStream(ApiRequest request, IObjectFormat format)
    {
        Kind = request.Kind;
        _format = format;
        _bookmarks = request.Flag("allowWatchBookmarks");
        _output = request.Http.Response.BodyWriter;
        request.Http.Response.ContentType = "application/json";
    }

    public ResourceKind Kind { get; }

    public async ValueTask SendAsync(string type, StoredObject value, CancellationToken cancellationToken)
    {
        Begin(type);
        _format.WriteSingle(_output, value);
        _output.Write("}\n"u8);
        if (_output.UnflushedBytes > FlushFrom)
            await FlushAsync(cancellationToken);
    }

    /// <summary>Tells how far the watch has come, to a client that wants to know.</summary>
    public async ValueTask SendBookmarkAsync(long version, bool initialEventsEnd, CancellationToken cancellationToken)
    {
        if (!_bookmarks)
            return;
        var metadata = new JsonObject { ["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture) };
        if (initialEventsEnd)
            metadata["annotations"] = new JsonObject { ["k8s.io/initial-events-end"] = "true" };
        var name = Responses.ToUtf8(new JsonObject { ["metadata"] = metadata })[1..^1];
        var rest = Kind == ResourceCatalog.Pods ? ",\"spec\":{\"containers\":null},\"status\":{}}"u8 : "}"u8;
        var mark = new StoredObject(Kind, null, "")
        {
            Version = version,
            Body = (byte[])[.. name.Span, .. rest],
            MetadataLength = name.Length,
            Labels = new Dictionary<string, string>(),
            Fields = [],
        };
        await SendAsync("BOOKMARK", mark, cancellationToken);
    }

    /// <summary>An error after the answer has begun: the status is 200 and the error an event.</summary>
    public async ValueTask SendErrorAsync(ApiException error, CancellationToken cancellationToken)
    {
        Begin("ERROR");
        _output.Write(Responses.ToUtf8(error.ToStatus()).Span);
        _output.Write("}\n"u8);
        await FlushAsync(cancellationToken);
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        await _output.FlushAsync(cancellationToken);
    }

    private void Begin(string type)
    {
        _output.Write("{\"type\":\""u8);
        _output.Write(System.Text.Encoding.ASCII.GetBytes(type));
        _output.Write("\",\"object\":"u8);
    }
}
