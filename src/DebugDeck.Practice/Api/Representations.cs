using Microsoft.AspNetCore.Http;

namespace DebugDeck.Practice.Api;

/// <summary>Reads the Accept header.</summary>
internal static class Representations
{
    private const string Accepted = "application/json, application/json;as=Table;g=meta.k8s.io;v=v1";

    public static Representation Choose(HttpRequest request)
    {
        var accept = request.Headers.Accept.ToString();
        if (accept.Length == 0)
            return Representation.Objects;

        // Clients list what they want in order of preference, without weights.
        foreach (var clause in accept.Split(','))
        {
            var parts = clause.Split(';', StringSplitOptions.TrimEntries);
            if (parts[0] is not ("application/json" or "application/*" or "*/*"))
                continue;
            switch (parts.FirstOrDefault(part => part.StartsWith("as=", StringComparison.Ordinal)))
            {
                case null:
                    return Representation.Objects;
                case "as=Table" when parts.Contains("v=v1"):
                    return Representation.Table;
                case "as=PartialObjectMetadata" or "as=PartialObjectMetadataList" when parts.Contains("v=v1"):
                    return Representation.Metadata;
            }
        }

        throw ApiException.NotAcceptable(Accepted);
    }
}
