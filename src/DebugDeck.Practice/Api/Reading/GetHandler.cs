using System.Buffers;
using DebugDeck.Practice.Objects;

namespace DebugDeck.Practice.Api.Reading;

/// <summary>One object by its name.</summary>
internal sealed class GetHandler(ObjectStore store, TimeProvider time)
{
    public Task HandleAsync(ApiRequest request)
    {
        var format = Formats.Choose(request, time);
        var value = store.Get(request.Key) ?? throw ApiException.NotFound(request.Kind, request.Info.Name!);
        var body = new ArrayBufferWriter<byte>(value.Body.Length + 256);
        format.WriteSingle(body, value);
        return Responses.BytesAsync(request.Http, body.WrittenMemory);
    }
}
