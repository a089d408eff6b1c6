namespace DebugDeck.Practice.Api.Protobuf;

/// <summary>How a message of the Kubernetes API looks on the wire: which name and shape each field number has.</summary>
internal sealed class ProtobufType(string name)
{
    private readonly Dictionary<int, ProtobufShape> _fields = [];

    public string Name { get; } = name;

    public ProtobufType Text(int number, string field) => Add(number, new ProtobufShape(field, ProtobufShapeKind.Text));

    public ProtobufType Texts(int number, string field) => Add(number, new ProtobufShape(field, ProtobufShapeKind.Text) { Repeated = true });

    public ProtobufType Number(int number, string field) => Add(number, new ProtobufShape(field, ProtobufShapeKind.Number));

    public ProtobufType Numbers(int number, string field) => Add(number, new ProtobufShape(field, ProtobufShapeKind.Number) { Repeated = true });

    public ProtobufType Flag(int number, string field) => Add(number, new ProtobufShape(field, ProtobufShapeKind.Flag));

    public ProtobufType TextMap(int number, string field) => Add(number, new ProtobufShape(field, ProtobufShapeKind.TextMap));

    /// <summary>Quantities are text inside a message of their own.</summary>
    public ProtobufType QuantityMap(int number, string field) => Add(number, new ProtobufShape(field, ProtobufShapeKind.QuantityMap));

    public ProtobufType IntOrText(int number, string field) => Add(number, new ProtobufShape(field, ProtobufShapeKind.IntOrText));

    public ProtobufType One(int number, string field, ProtobufType type) => Add(number, new ProtobufShape(field, ProtobufShapeKind.Message) { Type = type });

    public ProtobufType Many(int number, string field, ProtobufType type) =>
        Add(number, new ProtobufShape(field, ProtobufShapeKind.Message) { Type = type, Repeated = true });

    /// <summary>A message whose fields appear in JSON as if they were the outer one's own.</summary>
    public ProtobufType Inline(int number, ProtobufType type) => Add(number, new ProtobufShape("", ProtobufShapeKind.Message) { Type = type });

    public ProtobufShape? Find(int number) => _fields.GetValueOrDefault(number);

    private ProtobufType Add(int number, ProtobufShape shape)
    {
        _fields.Add(number, shape);
        return this;
    }
}
