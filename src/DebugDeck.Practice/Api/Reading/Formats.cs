namespace DebugDeck.Practice.Api.Reading;

/// <summary>Finds the format that a request asks for.</summary>
internal static class Formats
{
    public static IObjectFormat Choose(ApiRequest request, TimeProvider time) => Representations.Choose(request.Http.Request) switch
    {
        Representation.Table => new TableFormat(request.Kind, request.Query("includeObject") ?? "Metadata", time),
        Representation.Metadata => new MetadataFormat(),
        _ => new ObjectFormat(request.Kind),
    };
}
