using System.Buffers;
using System.Buffers.Text;

namespace DebugDeck.Core.Certificates;

/// <summary>A block of a PEM file as it is gathered, line by line.</summary>
internal sealed class PemBlock(string label, int line)
{
    private readonly ArrayBufferWriter<byte> _text = new();
    private bool _hasHeaders;

    public string Label => label;

    public int Line => line;

    public bool IsPrivateKey => label.EndsWith("PRIVATE KEY", StringComparison.Ordinal);

    /// <summary>Null for what is no certificate.</summary>
    public StoredForm? Form => label switch
    {
        "CERTIFICATE" => _hasHeaders ? StoredForm.WithHeaders : StoredForm.Plain,
        "TRUSTED CERTIFICATE" => StoredForm.Trusted,
        "X509 CERTIFICATE" => StoredForm.OldLabel,
        _ => null,
    };

    public void Add(ReadOnlySpan<byte> text)
    {
        if (text.Contains((byte)':'))
        {
            _hasHeaders = true;
        }
        else if (_text.WrittenCount <= CertificateParser.SizeLimit * 2)
        {
            _text.Write(text);
        }
    }

    /// <summary>Null if it is not base64.</summary>
    public byte[]? Decode()
    {
        var text = _text.WrittenSpan;
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return text.Length > 0 && Base64.DecodeFromUtf8(text, bytes, out _, out var written) == OperationStatus.Done ? bytes[..written] : null;
    }
}
