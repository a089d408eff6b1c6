namespace DebugDeck.Docker.Registries;

/// <summary>Reads the bodies of answers that may be longer than they should.</summary>
internal static class BoundedBody
{
    /// <exception cref="InvalidDataException">It is longer than that.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage answer, int limit, CancellationToken cancellationToken)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (kept.Length + read > limit)
            {
                throw new InvalidDataException($"an answer of more than {limit} bytes");
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
